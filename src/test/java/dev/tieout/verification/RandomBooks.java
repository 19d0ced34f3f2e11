package dev.tieout.verification;

import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.evidence.Evidence;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movement;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.Variance;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Period;
import dev.tieout.terms.Reason;
import dev.tieout.terms.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Whole closes of books made up from a seed, taken through the product as its process would, with people who decide at random. */
@TestComponent
public class RandomBooks {

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

    RandomBooks(
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

    /** The packs of two periods in a row, the second opened from the first. */
    public List<Path> packs(long seed, int accounts, Path directory) {
        var random = new Random(seed);
        var organisation = given.organisation();
        boolean quarterly = policy(organisation, random);
        var files = new RandomFiles(random, accounts);
        var first = Period.parse(quarterly ? "2026-Q4" : "2026-10");
        var packs = new ArrayList<Path>();
        var before = files.lines();
        for (var period : List.of(first, first.next())) {
            long close = organisation.as("analyst", () -> closes.open(period)).key();
            var run = new Run(organisation, random, files, period, close);
            run.close(before, period.equals(first));
            packs.add(run.pack(directory));
            before = run.billed;
        }
        return packs;
    }

    private boolean policy(GivenOrganisation organisation, Random random) {
        boolean quarterly = random.nextInt(3) == 0;
        choose(organisation, "period_length", quarterly ? "QUARTER" : "MONTH");
        choose(organisation, "grain", random.nextBoolean() ? "ACCOUNT" : "LINE");
        choose(organisation, "fx", random.nextBoolean() ? "CONSTANT" : "AS_REPORTED");
        choose(organisation, "pause", List.of("KEEP", "CONTRACTION", "CHURN").get(random.nextInt(3)));
        choose(organisation, "full_discount", random.nextBoolean() ? "CONTRACTION" : "CHURN");
        choose(organisation, "reactivation_months", random.nextBoolean() ? null : 1 + random.nextInt(6));
        choose(organisation, "reactivation_in_nrr", random.nextBoolean());
        choose(organisation, "tolerance_relative", new BigDecimal(random.nextBoolean() ? "0" : "0.001"));
        choose(organisation, "tolerance_absolute", new BigDecimal(random.nextBoolean() ? "0.01" : "0.05"));
        choose(organisation, "total_tolerance_absolute", new BigDecimal(random.nextBoolean() ? "0" : "1"));
        choose(organisation, "materiality", new BigDecimal(random.nextInt(2_000)));
        return quarterly;
    }

    private void choose(GivenOrganisation organisation, String column, @Nullable Object value) {
        books.policy(organisation, column, value);
    }

    /** One close. */
    private final class Run {

        private final GivenOrganisation organisation;
        private final Random random;
        private final RandomFiles files;
        private final Period period;
        private final long close;
        private List<RandomFiles.Line> billed = List.of();

        Run(GivenOrganisation organisation, Random random, RandomFiles files, Period period, long close) {
            this.organisation = organisation;
            this.random = random;
            this.files = files;
            this.period = period;
            this.close = close;
        }

        void close(List<RandomFiles.Line> before, boolean first) {
            receive(SourceKind.ACCOUNTS, "generic-accounts", files.known());
            if (first) {
                receive(SourceKind.OPENING, "generic-snapshot", RandomFiles.snapshot(period, before));
            }
            billed = files.later(before);
            receive(SourceKind.RATES, "generic-rates", files.rates());
            long billing = receive(SourceKind.BILLING, "generic-snapshot", RandomFiles.snapshot(period, billed));
            receive(SourceKind.LEDGER, "generic-ledger", files.ledger(period, billed));
            if (random.nextBoolean()) {
                receive(SourceKind.RETAINED, "generic-retained", files.retained(billed));
            }
            classify();
            decide();
            if (random.nextBoolean()) {
                // Overrides whose class the new amounts do not bear are set aside.
                billed = files.later(billed);
                var again = body(RandomFiles.snapshot(period, billed));
                organisation.as("analyst", () -> sources.replace(billing, "again.csv", again));
                classify();
            }
            resolve();
            organisation.asSystem(() -> metrics.compute(close));
            organisation.asSystem(() -> reconciliation.reconcile(close));
            explain();
            organisation.as("analyst", () -> sources.acknowledgeRejects(close, "=seen"));
            organisation.as("approver", () -> signOffs.sign(close, SignOff.Kind.CLASSIFICATION, "=fine"));
            organisation.as("controller2", () -> signOffs.sign(close, SignOff.Kind.PUBLICATION, null));
            publish();
        }

        /** As final as the gate lets it be. */
        private void publish() {
            boolean isFinal = taken("controller", () -> publications.publish(close, Status.FINAL));
            if (!isFinal) {
                organisation.asSystem(() -> publications.publish(close, Status.PROVISIONAL));
            }
            organisation.asSystem(
                    () -> closes.entered(close, isFinal ? CloseState.FINAL : CloseState.PROVISIONAL, "published"));
        }

        private long receive(SourceKind kind, String profile, String text) {
            return organisation
                    .as("analyst", () -> sources.receive(period, kind, profile, kind + ".csv", body(text)))
                    .id();
        }

        private static ByteArrayInputStream body(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        private void classify() {
            organisation.asSystem(() -> {
                cohort.freeze(close);
                int shards = 1 + random.nextInt(3);
                for (int shard = 0; shard < shards; shard++) {
                    movements.classify(close, shard, shards);
                }
            });
        }

        private List<Movement> all() {
            return organisation.as(
                    "manager",
                    () -> movements.find(close, MovementFilter.all(), Movements.Sort.byAccount(), 0, 10_000));
        }

        private void decide() {
            for (var movement : all()) {
                if (files.chance(0.15)) {
                    override(movement, files.one(List.of(MovementClass.values())));
                }
                if (files.chance(0.05)) {
                    exclude(movement);
                }
            }
        }

        /** Nothing goes out without a class. */
        private void resolve() {
            for (var movement : all()) {
                boolean open = movement.movementClass() == MovementClass.UNCLASSIFIED && !movement.excluded();
                if (open && Arrays.stream(MovementClass.values()).noneMatch(to -> override(movement, to))) {
                    exclude(movement);
                }
            }
        }

        private boolean override(Movement of, MovementClass to) {
            var why = files.one(List.of(Reason.values()));
            return taken("analyst", () -> movements.override(close, of.account(), of.line(), to, why, "=because"));
        }

        private void exclude(Movement of) {
            taken("analyst", () -> movements.exclude(close, of.account(), "'disputed", "-by the customer"));
        }

        private void explain() {
            boolean all = random.nextBoolean();
            var variances = organisation.as("manager", () -> reconciliation.variances(close, 0, 10_000));
            for (var variance : variances) {
                if (variance.state() == Variance.State.OPEN && (all || files.chance(0.5))) {
                    taken("controller", () -> reconciliation.explain(variance.id(), variance.suggested(), "=known"));
                    if (all || random.nextBoolean()) {
                        organisation.as("controller2", () -> reconciliation.approve(variance.id(), "=agreed"));
                    }
                }
            }
        }

        /** Answers whether the product took it; a class that the amounts do not bear is refused. */
        private boolean taken(String person, Runnable work) {
            try {
                organisation.as(person, work);
                return true;
            } catch (Refusal refused) {
                return false;
            }
        }

        Path pack(Path directory) {
            return organisation.as("manager", () -> {
                try (var pack = evidence.write(close, null);
                        var content = pack.content()) {
                    var file = directory.resolve(pack.fileName());
                    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                    return file;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }
}
