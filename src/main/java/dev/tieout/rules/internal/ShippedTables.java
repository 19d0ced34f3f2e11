package dev.tieout.rules.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationCreated;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new organisation the product's tables as its version 1, in the transaction that creates it. */
@Component
class ShippedTables {

    private final RuleVersions versions;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    ShippedTables(RuleVersions versions, CurrentActor currentActor, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void begin(OrganisationCreated created) {
        for (String name : KeptTable.NAMES) {
            var table = KeptTable.read(name, CanonicalTables.text(name));
            var first = versions.save(RuleVersion.shipped(
                    created.organisation().value(), table, currentActor.get().name(), clock.instant()));
            audit.record(
                    "rule-version-approved",
                    first.pinned().inTrail(),
                    null,
                    Map.of("sha256", first.sha256(), "state", first.state()),
                    first.comment());
        }
    }
}
