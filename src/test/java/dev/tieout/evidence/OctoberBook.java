package dev.tieout.evidence;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.sources.FileBody;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes of whole organisations, from files to versions, without the engine: what its steps call, in their order. */
@TestComponent
public class OctoberBook {

    public static final Period OCTOBER = Period.parse("2026-10");

    private static final String SNAPSHOT = "account_id,subscription_id,product,period,mrr,currency,status,posted_at\n";
    private static final String LEDGER = "entry_id,account_id,posted_at,amount,currency,gl_account\n";

    private final Given given;
    private final Closes closes;
    private final Sources sources;
    private final Cohort cohort;
    private final Movements movements;
    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final SignOffs signOffs;
    private final Publications publications;
    private final TransactionTemplate transaction;

    OctoberBook(
            Given given,
            Closes closes,
            Sources sources,
            Cohort cohort,
            Movements movements,
            Metrics metrics,
            Reconciliation reconciliation,
            SignOffs signOffs,
            Publications publications,
            PlatformTransactionManager transactions) {
        this.given = given;
        this.closes = closes;
        this.sources = sources;
        this.cohort = cohort;
        this.movements = movements;
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.signOffs = signOffs;
        this.publications = publications;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A new organisation with October's files in and classified; the ledger of =Grow is 10 short. */
    public Book classified() {
        var book = opened();
        book.receive(SourceKind.ACCOUNTS, """
                account_id,name,started_on,first_active_on,churned_on,segment,csm
                =Grow,"=HYPERLINK(""http://x"")",2024-01-01,2024-01-01,,'big,ann
                Keep,"Keep, Ltd",2024-02-01,2024-02-01,,small,bob
                Gone,Gone,2023-01-01,2023-01-01,,small,
                Back,Back,2022-01-01,2022-01-01,2024-05-01,small,bob
                """);
        book.receive(SourceKind.OPENING, SNAPSHOT + """
                =Grow,S1,Core,2026-09,100.0000,USD,active,
                =Grow,S2,Add-on,2026-09,20.5000,USD,active,
                Keep,S1,Core,2026-09,300.0000,USD,active,
                Gone,S1,Core,2026-09,50.0000,EUR,active,
                """);
        book.receive(SourceKind.BILLING, SNAPSHOT + """
                =Grow,S1,Core,2026-10,150.0000,USD,active,2026-10-31T10:00:00Z
                =Grow,S2,Add-on,2026-10,20.5000,USD,active,
                Keep,S1,Core,2026-10,300.0000,USD,active,
                Gone,S1,Core,2026-10,50.0000,EUR,cancelled,
                New,,,2026-10,40.0000,USD,active,
                Back,S9,Core,2026-10,60.0000,USD,active,
                Bad,S1,Core,2026-10,x,USD,active,
                Keep,S1,Core,2026-10,300.0000,USD,active,
                """);
        book.receive(SourceKind.RATES, "currency,opening_rate,closing_rate\nEUR,1.1,1.2\n");
        book.receive(SourceKind.LEDGER, LEDGER + ledger("160.5000"));
        book.work();
        return book;
    }

    static String ledger(String ofGrow) {
        return """
                E1,=Grow,2026-10-05,%s,USD,4000
                E2,Keep,2026-10-05,300.0000,USD,4000
                E3,New,2026-10-05,40.0000,USD,4000
                E4,Back,2026-10-05,60.0000,USD,=4000
                """.formatted(ofGrow);
    }

    /** A new organisation whose October is open. */
    public Book opened() {
        var organisation = given.organisation();
        return new Book(
                organisation,
                organisation.as("analyst", () -> closes.open(OCTOBER)).key());
    }

    /** One organisation's October. */
    public final class Book {

        private final GivenOrganisation organisation;
        private final long close;

        private Book(GivenOrganisation organisation, long close) {
            this.organisation = organisation;
            this.close = close;
        }

        public GivenOrganisation organisation() {
            return organisation;
        }

        public long close() {
            return close;
        }

        public Receipt receive(SourceKind kind, String text) {
            return receive(kind, FileBody.of(text));
        }

        public Receipt receive(SourceKind kind, java.io.InputStream body) {
            var profile = "generic-"
                    + switch (kind) {
                        case OPENING, BILLING -> "snapshot";
                        case LEDGER -> "ledger";
                        case RETAINED -> "retained";
                        case ACCOUNTS -> "accounts";
                        case RATES -> "rates";
                        case MIGRATION -> "migration";
                    };
            return organisation.as("analyst", () -> sources.receive(OCTOBER, kind, profile, "=file.csv", body));
        }

        /** A corrected ledger in place of the first. */
        public void replaceLedger(String ofGrow) {
            long old = organisation.as("manager", () -> sources.of(close)).stream()
                    .filter(receipt -> receipt.kind() == SourceKind.LEDGER)
                    .findFirst()
                    .orElseThrow()
                    .id();
            organisation.as("analyst", () -> sources.replace(old, "ledger.csv", FileBody.of(LEDGER + ledger(ofGrow))));
        }

        /** Everything that the process does by itself, from freezing to comparing. */
        public void work() {
            organisation.asSystem(() -> {
                cohort.freeze(close);
                int shards = movements.shards(close);
                for (int shard = 0; shard < shards; shard++) {
                    movements.classify(close, shard, shards);
                }
                metrics.compute(close);
                reconciliation.reconcile(close);
            });
        }

        public void sign() {
            organisation.as("analyst", () -> sources.acknowledgeRejects(close, "=not ours"));
            organisation.as("approver", () -> signOffs.sign(close, SignOff.Kind.CLASSIFICATION, "=all seen"));
            organisation.as("controller", () -> signOffs.sign(close, SignOff.Kind.PUBLICATION, null));
        }

        public Publication publish(Status status) {
            return organisation.asSystem(() -> publications.publish(close, status));
        }

        /** Runs something in a transaction of the organisation. */
        public <T> T inDatabase(java.util.function.Supplier<T> work) {
            return organisation.asSystem(() -> transaction.execute(status -> work.get()));
        }
    }
}
