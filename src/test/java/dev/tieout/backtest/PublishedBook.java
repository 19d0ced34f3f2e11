package dev.tieout.backtest;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
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
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.FileBody;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;

/**
 * An organisation whose periods are taken from files to published versions without the engine. October 2026: Grow 100 to 150 with an
 * add-on, Keep 300 throughout, Gone and Euro in euros, Rest paused, New and Try new, and Back, a former customer, returns with 60.
 */
@TestComponent
public class PublishedBook {

    static final String SNAPSHOT = "account_id,subscription_id,product,period,mrr,currency,status,posted_at\n";

    private static final String WITH_QUANTITY =
            "account_id,subscription_id,product,period,mrr,currency,status,quantity,discount\n";

    private static final String MOVES =
            "old_system,old_account_id,old_subscription_id,old_product,new_system,new_account_id,new_subscription_id,new_product\n";

    private static final String OPENING = SNAPSHOT + """
            Grow,S1,Core,2026-09,100.0000,USD,active,
            Grow,S2,Add-on,2026-09,20.5000,USD,active,
            Keep,S1,Core,2026-09,300.0000,USD,active,
            Gone,S1,Core,2026-09,50.0000,EUR,active,
            Euro,S1,Core,2026-09,70.3333,EUR,active,
            Rest,S1,Core,2026-09,80.0000,USD,active,
            """;

    private static final String CLOSING = SNAPSHOT + """
            Grow,S1,Core,PERIOD,150.0000,USD,active,
            Grow,S2,Add-on,PERIOD,20.5000,USD,active,
            Keep,S1,Core,PERIOD,300.0000,USD,live,
            Gone,S1,Core,PERIOD,50.0000,EUR,cancelled,
            Euro,S1,Core,PERIOD,75.1111,EUR,past_due,
            Rest,S1,Core,PERIOD,80.0000,USD,paused,
            New,,,PERIOD,40.0000,USD,active,
            Try,,,PERIOD,15.0000,USD,trial,
            Back,S9,Core,PERIOD,60.0000,USD,active,
            """;

    private final Given given;
    private final Closes closes;
    private final Sources sources;
    private final Cohort cohort;
    private final Movements movements;
    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final SignOffs signOffs;
    private final Publications publications;
    private final RuleTables tables;
    private final RuleDrafts drafts;

    PublishedBook(
            Given given,
            Closes closes,
            Sources sources,
            Cohort cohort,
            Movements movements,
            Metrics metrics,
            Reconciliation reconciliation,
            SignOffs signOffs,
            Publications publications,
            RuleTables tables,
            RuleDrafts drafts) {
        this.given = given;
        this.closes = closes;
        this.sources = sources;
        this.cohort = cohort;
        this.movements = movements;
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.signOffs = signOffs;
        this.publications = publications;
        this.tables = tables;
        this.drafts = drafts;
    }

    public GivenOrganisation organisation() {
        return given.organisation();
    }

    /** October with its files in and classified. */
    public Book october(GivenOrganisation organisation) {
        var book = open(organisation, "2026-10");
        book.receive(SourceKind.ACCOUNTS, """
                account_id,name,started_on,first_active_on,churned_on,segment,csm
                Back,Back to us,2022-01-01,2022-01-01,2024-05-01,small,bob
                """);
        book.receive(SourceKind.OPENING, OPENING);
        return book.classified();
    }

    /** November after it, with the same closing. */
    public Book november(GivenOrganisation organisation) {
        return open(organisation, "2026-11").classified();
    }

    /** October with these rows in the place of the usual ones, with quantity and discount at their ends. */
    public Book october(GivenOrganisation organisation, String opening, String closing) {
        var book = open(organisation, "2026-10");
        book.receive(SourceKind.OPENING, WITH_QUANTITY + opening);
        return book.classified(WITH_QUANTITY + closing);
    }

    /** November after it, with these rows. */
    public Book november(GivenOrganisation organisation, String closing) {
        return open(organisation, "2026-11").classified(WITH_QUANTITY + closing);
    }

    /** November, whose customers go on under other ids: the moves are in before the rows are. */
    public Book november(GivenOrganisation organisation, String accounts, String moves, String closing) {
        var book = open(organisation, "2026-11");
        organisation.asSystem(() -> cohort.freeze(book.close()));
        book.receive(SourceKind.ACCOUNTS, "account_id,name\n" + accounts);
        book.receive(SourceKind.MIGRATION, MOVES + moves);
        return book.classified(WITH_QUANTITY + closing);
    }

    private Book open(GivenOrganisation organisation, String period) {
        var close = organisation.as("analyst", () -> closes.open(Period.parse(period)));
        return new Book(organisation, Period.parse(period), close.key());
    }

    /** A draft of a table, changed from the shipped one. */
    public PinnedTable draft(GivenOrganisation organisation, String table, String from, String to) {
        String shipped = organisation
                .as("analyst", () -> tables.content(new PinnedTable(table, 1)))
                .csv();
        if (!shipped.contains(from)) {
            throw new IllegalArgumentException("The shipped table has no “" + from + "”");
        }
        var file = shipped.replace(from, to).getBytes(StandardCharsets.UTF_8);
        return organisation
                .as("analyst", () -> drafts.receive(table, file, null, "To see what would be"))
                .version()
                .pinned();
    }

    /** A draft that takes who comes back as new. */
    public PinnedTable returnersAsNew(GivenOrganisation organisation) {
        return draft(organisation, RuleTables.MOVEMENT_CLASSIFICATION, "REACTIVATION,RETURNED", "NEW,NEW_LOGO");
    }

    /** One period of an organisation. */
    public final class Book {

        private final GivenOrganisation organisation;
        private final Period period;
        private final long close;

        private Book(GivenOrganisation organisation, Period period, long close) {
            this.organisation = organisation;
            this.period = period;
            this.close = close;
        }

        public GivenOrganisation organisation() {
            return organisation;
        }

        public long close() {
            return close;
        }

        private Book classified() {
            return classified(CLOSING);
        }

        private Book classified(String closing) {
            receive(SourceKind.BILLING, closing.replace("PERIOD", period.toString()));
            receive(SourceKind.RATES, "currency,opening_rate,closing_rate\nEUR,1.1,1.2\n");
            work();
            return this;
        }

        public void receive(SourceKind kind, String text) {
            var profile = "generic-"
                    + switch (kind) {
                        case OPENING, BILLING -> "snapshot";
                        case LEDGER -> "ledger";
                        case RETAINED -> "retained";
                        case ACCOUNTS -> "accounts";
                        case RATES -> "rates";
                        case MIGRATION -> "migration";
                    };
            organisation.as("analyst", () -> sources.receive(period, kind, profile, kind + ".csv", FileBody.of(text)));
        }

        /** Everything that the process does by itself, from freezing to comparing. */
        public void work() {
            organisation.asSystem(() -> {
                cohort.freeze(close);
                movements.classify(close, 0, 1);
                metrics.compute(close);
                return reconciliation.reconcile(close);
            });
        }

        public Publication publish() {
            organisation.as("approver", () -> signOffs.sign(close, SignOff.Kind.CLASSIFICATION, null));
            return organisation.asSystem(() -> {
                var published = publications.publish(close, Status.PROVISIONAL);
                closes.entered(close, CloseState.PROVISIONAL, "Provisional");
                return published;
            });
        }
    }
}
