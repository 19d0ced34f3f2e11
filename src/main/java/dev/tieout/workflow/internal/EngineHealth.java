package dev.tieout.workflow.internal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the engine answers and knows the model. */
@Component("engine")
@WithEngine
class EngineHealth implements HealthIndicator {

    private final Engine engine;
    private final ProcessWorkers workers;

    EngineHealth(Engine engine, ProcessWorkers workers) {
        this.engine = engine;
        this.workers = workers;
    }

    @Override
    public Health health() {
        try {
            var health = workers.isDeployed() ? Health.up() : Health.down();
            return health.withDetail("version", engine.version())
                    .withDetail("deployed", workers.isDeployed())
                    .build();
        } catch (Engine.Unavailable | Engine.Rejected e) {
            return Health.down(e).build();
        }
    }
}
