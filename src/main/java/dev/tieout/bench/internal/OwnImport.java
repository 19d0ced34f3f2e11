package dev.tieout.bench.internal;

import dev.tieout.closing.Closes;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What Tieout does with the same file: the service that the screen and the REST API call, with everything it does. */
@Component
@Profile("bench")
class OwnImport {

    static final Period PERIOD = Period.parse("2026-10");

    private final Organisations organisations;
    private final Closes closes;
    private final Sources sources;
    private final CurrentActor currentActor;

    OwnImport(Organisations organisations, Closes closes, Sources sources, CurrentActor currentActor) {
        this.organisations = organisations;
        this.closes = closes;
        this.sources = sources;
        this.currentActor = currentActor;
    }

    /**
     * Takes the file in, into an organisation of its own.
     *
     * @return nanoseconds from opening the file to the receipt, which comes after the commit
     */
    long nanos(SnapshotFile file, int run) {
        var organisation = new OrganisationId("bench-" + run);
        var operator = new Actor(OrganisationId.INSTALLATION, "operator", Set.of(Role.OPERATOR));
        currentActor.runAs(operator, () -> organisations.create(organisation, "Bench " + run));
        return currentActor.callAs(new Actor(organisation, "analyst", Set.of(Role.ANALYST)), () -> {
            closes.open(PERIOD);
            long start = System.nanoTime();
            var receipt = received(file);
            long took = System.nanoTime() - start;
            check(receipt, file);
            return took;
        });
    }

    private Receipt received(SnapshotFile file) {
        try (var body = file.open()) {
            return sources.receive(PERIOD, SourceKind.BILLING, "generic-snapshot", "snapshot.csv", body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fast import that loses a row would be none. */
    private static void check(Receipt receipt, SnapshotFile file) {
        var totals = receipt.controlTotals().get("USD");
        if (receipt.accepted() != file.rows()
                || totals == null
                || totals.accepted().compareTo(file.total()) != 0) {
            throw new IllegalStateException("the receipt does not say what the file holds: " + receipt);
        }
    }
}
