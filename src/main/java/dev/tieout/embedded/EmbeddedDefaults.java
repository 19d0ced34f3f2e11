package dev.tieout.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the servers whose address nobody configured, both at once, and puts their addresses into the environment.
 *
 * <ul>
 *   <li>{@code spring.datasource.url} set: no PostgreSQL is started.
 *   <li>{@code camunda.client.grpc-address} set, or {@code tieout.engine.enabled=false}: no engine is started.
 *   <li>{@code tieout.data}: where data is kept, {@code .tieout} by default.
 *   <li>{@code tieout.engine.directory}: where the engine's distribution was unpacked.
 *   <li>{@code tieout.embedded.fresh=true}: begin without data, which the tests do.
 *   <li>{@code tieout.embedded.postgres-settings}: further server settings, {@code name=value} each.
 * </ul>
 */
final class EmbeddedDefaults implements EnvironmentPostProcessor, Ordered {

    /** The property that tells where the embedded database keeps its data; it may be outside {@code tieout.data}. */
    static final String DATABASE_DIRECTORY = "tieout.embedded.database-directory";

    private final Log log;

    EmbeddedDefaults(DeferredLogFactory logs) {
        this.log = logs.getLog(EmbeddedServers.class);
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.matchesProfiles("local")) {
            ServerPort.of(environment).requireFree();
        }
        boolean databaseIsOurs = !environment.containsProperty("spring.datasource.url");
        boolean engineIsOurs = !environment.containsProperty("camunda.client.grpc-address")
                && environment.getProperty("tieout.engine.enabled", Boolean.class, true);
        if (!databaseIsOurs && !engineIsOurs) {
            return;
        }
        EmbeddedServers servers = serversFor(environment);
        Map<String, Object> addresses = new HashMap<>();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Map<String, String>> database = CompletableFuture.supplyAsync(
                    () -> databaseIsOurs ? database(servers, environment) : Map.of(), both);
            CompletableFuture<Map<String, String>> engine =
                    CompletableFuture.supplyAsync(() -> engineIsOurs ? engine(servers, environment) : Map.of(), both);
            addresses.putAll(result(database, servers));
            addresses.putAll(result(engine, servers));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("embedded servers", addresses));
    }

    private EmbeddedServers serversFor(ConfigurableEnvironment environment) {
        boolean fresh = environment.getProperty("tieout.embedded.fresh", Boolean.class, false);
        Path directory = Path.of(environment.getProperty("tieout.data", ".tieout"));
        return EmbeddedServers.of(directory, fresh ? StartMode.FRESH : StartMode.CONTINUE, log);
    }

    private static Map<String, String> database(EmbeddedServers servers, ConfigurableEnvironment environment) {
        List<String> settings = Binder.get(environment)
                .bind("tieout.embedded.postgres-settings", Bindable.listOf(String.class))
                .orElse(List.of());
        LocalPostgres postgres = servers.postgres(settings);
        TieoutDatabase database = postgres.database();
        return Map.of(
                DATABASE_DIRECTORY,
                postgres.home().toString(),
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                TieoutDatabase.APPLICATION,
                "spring.datasource.password",
                database.passwords().application(),
                "spring.flyway.url",
                database.url(),
                "spring.flyway.user",
                TieoutDatabase.OWNER,
                "spring.flyway.password",
                database.passwords().owner());
    }

    private static Map<String, String> engine(EmbeddedServers servers, ConfigurableEnvironment environment) {
        Path distribution = Path.of(environment.getProperty("tieout.engine.directory", ".tieout/engine/8.6.0"));
        EnginePorts ports = servers.engine(distribution);
        return Map.of(
                "camunda.client.grpc-address", ports.grpcAddress().toString(),
                "camunda.client.rest-address", ports.restAddress().toString());
    }

    /** One server's failure stops the other, also one that is still starting. */
    private static Map<String, String> result(CompletableFuture<Map<String, String>> start, EmbeddedServers servers) {
        try {
            return start.join();
        } catch (CompletionException e) {
            servers.close();
            if (e.getCause() instanceof EmbeddedServerUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }
}
