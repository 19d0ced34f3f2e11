package dev.tieout.sources;

import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.evidence.Evidence;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movement;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.terms.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Months of one organisation, one after the other, from files to final versions, without the engine: what its steps call, in order. */
@TestComponent
public class GivenMonths {

    private final Given given;
    private final GivenBook books;
    private final Closes closes;
    private final Sources sources;
    private final Cohort cohort;
    private final Movements movements;
    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final SignOffs signOffs;
    private final Publications publications;
    private final Evidence evidence;

    GivenMonths(
            Given given,
            GivenBook books,
            Closes closes,
            Sources sources,
            Cohort cohort,
            Movements movements,
            Metrics metrics,
            Reconciliation reconciliation,
            SignOffs signOffs,
            Publications publications,
            Evidence evidence) {
        this.given = given;
        this.books = books;
        this.closes = closes;
        this.sources = sources;
        this.cohort = cohort;
        this.movements = movements;
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.signOffs = signOffs;
        this.publications = publications;
        this.evidence = evidence;
    }

    /** An organisation that ties nothing out: what is not the ledger's business here is within tolerance. */
    public GivenOrganisation organisation() {
        var organisation = given.organisation();
        policy(organisation, "tolerance_absolute", 1_000_000);
        policy(organisation, "total_tolerance_absolute", 1_000_000);
        return organisation;
    }

    public void policy(GivenOrganisation organisation, String column, @Nullable Object value) {
        books.policy(organisation, column, value);
    }

    public Month open(GivenOrganisation organisation, String period) {
        var month = Period.parse(period);
        long close = organisation.as("analyst", () -> closes.open(month)).key();
        organisation.asSystem(() -> cohort.freeze(close));
        return new Month(organisation, month, close);
    }

    /** One month of it. */
    public final class Month {

        private final GivenOrganisation organisation;
        private final Period period;
        private final long close;

        private Month(GivenOrganisation organisation, Period period, long close) {
            this.organisation = organisation;
            this.period = period;
            this.close = close;
        }

        public long close() {
            return close;
        }

        public Receipt receive(SourceKind kind, String profile, String text) {
            var name = kind.name().toLowerCase(java.util.Locale.ROOT) + ".csv";
            return organisation.as("analyst", () -> sources.receive(period, kind, profile, name, FileBody.of(text)));
        }

        public Receipt replace(Receipt old, String text) {
            return organisation.as("analyst", () -> sources.replace(old.id(), "better.csv", FileBody.of(text)));
        }

        public List<String> exceptions() {
            return organisation.as("manager", () -> sources.exceptions(close));
        }

        /** Everything that the process does by itself, from freezing to comparing. */
        public Month work() {
            organisation.asSystem(() -> {
                cohort.freeze(close);
                movements.classify(close, 0, 1);
                metrics.compute(close);
                reconciliation.reconcile(close);
            });
            return this;
        }

        public void publish() {
            organisation.as("approver", () -> signOffs.sign(close, SignOff.Kind.CLASSIFICATION, null));
            organisation.as("controller", () -> signOffs.sign(close, SignOff.Kind.PUBLICATION, null));
            organisation.asSystem(() -> publications.publish(close, Status.FINAL));
            organisation.asSystem(() -> closes.entered(close, CloseState.FINAL, "published"));
        }

        public List<Movement> movements() {
            return organisation.as(
                    "manager", () -> movements.find(close, MovementFilter.all(), Movements.Sort.byAccount(), 0, 1_000));
        }

        public Bridge bridge() {
            return organisation.as("manager", () -> metrics.total(close)).orElseThrow();
        }

        public Path pack(Path directory) {
            return organisation.as("manager", () -> {
                try (var pack = evidence.write(close, null);
                        var content = pack.content()) {
                    var file = directory.resolve(organisation.id().value() + "-" + pack.fileName());
                    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                    return file;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }
}
