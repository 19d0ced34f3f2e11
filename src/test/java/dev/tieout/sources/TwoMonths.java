package dev.tieout.sources;

import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.cohort.Cohort;
import dev.tieout.sources.LatePosting.RowKey;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** October, which is provisional once November opens, of new organisations where A1 and A2 recur at 100 in the beginning. */
@TestComponent
class TwoMonths {

    static final Period OCTOBER = Period.parse("2026-10");
    static final Period NOVEMBER = Period.parse("2026-11");
    static final String HEADER = "account_id,subscription_id,product,period,mrr,currency,status,posted_at\n";
    static final String LEDGER = "entry_id,account_id,posted_at,amount,currency\n";
    static final String EVENTS =
            "event_id,account_id,subscription_id,product,posted_at,mrr_before,mrr_after,currency,status\n";

    private final Given given;
    private final GivenBook tables;
    private final Closes closes;
    private final Cohort cohort;
    private final Sources sources;
    private final LatePostings late;
    private final BackPostings notes;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    TwoMonths(
            Given given,
            GivenBook tables,
            Closes closes,
            Cohort cohort,
            Sources sources,
            LatePostings late,
            BackPostings notes,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.given = given;
        this.tables = tables;
        this.closes = closes;
        this.cohort = cohort;
        this.sources = sources;
        this.late = late;
        this.notes = notes;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Book anew() {
        var organisation = given.organisation();
        var october = organisation.as("analyst", () -> closes.open(OCTOBER));
        var book = new Book(organisation, october);
        book.receive(
                OCTOBER,
                SourceKind.OPENING,
                "generic-snapshot",
                HEADER + "A1,S,Core,2026-09,100,USD,active,\nA2,S,Core,2026-09,100,USD,active,\n");
        return book;
    }

    /** One organisation's two months. */
    final class Book {

        final GivenOrganisation organisation;
        final Close october;

        Book(GivenOrganisation organisation, Close october) {
            this.organisation = organisation;
            this.october = october;
        }

        Receipt receive(Period period, SourceKind kind, String profile, String text) {
            var name = kind.name().toLowerCase(Locale.ROOT) + ".csv";
            return organisation.as("analyst", () -> sources.receive(period, kind, profile, name, FileBody.of(text)));
        }

        Receipt billing(String rows) {
            return receive(OCTOBER, SourceKind.BILLING, "generic-snapshot", HEADER + rows);
        }

        Receipt ledger(String rows) {
            return receive(OCTOBER, SourceKind.LEDGER, "generic-ledger", LEDGER + rows);
        }

        Receipt events(String rows) {
            return receive(OCTOBER, SourceKind.BILLING, "generic-events", EVENTS + rows);
        }

        Receipt replace(Receipt old, String text) {
            return organisation.as("analyst", () -> sources.replace(old.id(), "better.csv", FileBody.of(text)));
        }

        Receipt correct(Receipt faulty, String text) {
            return organisation.as("analyst", () -> sources.correct(faulty.id(), "mended.csv", FileBody.of(text)));
        }

        /** October's lines close as they stand now, in a version that is provisional. */
        Close openNovember() {
            organisation.as("controller", () -> cohort.keepClosing(october.key(), 1));
            tables.sql(
                    organisation,
                    "update close set published = true, state = 'PROVISIONAL' where id = ?",
                    october.key());
            tables.sql(organisation, """
                    insert into publication (organisation, close_id, version, status, currency, published_at, open_variances, open_variance,
                                             stamps)
                    values (current_organisation(), ?, 1, 'PROVISIONAL', 'USD', now(), 0, 0, '{}')
                    """, october.key());
            var november = organisation.as("analyst", () -> closes.open(NOVEMBER));
            organisation.asSystem(() -> cohort.freeze(november.key()));
            return november;
        }

        void becomesFinal(Close close) {
            tables.sql(organisation, "update close set published = true, state = 'FINAL' where id = ?", close.key());
        }

        /** A note about these rows of October's files, approved and carried out. */
        BackPostingNote backPosted(Set<RowKey> rows) {
            var note = organisation.as("analyst", () -> notes.raise(OCTOBER, "Signed in October", "Late", rows));
            tables.sql(
                    organisation,
                    "update back_posting set state = 'APPROVED', decided_by = 'another', decided_at = now() where id = ?",
                    note.id());
            organisation.asSystem(() -> notes.apply(note.id()));
            return organisation.as("manager", () -> notes.note(note.id()));
        }

        /** October's. */
        List<Receipt> receipts() {
            return organisation.as("manager", () -> sources.of(october.key()));
        }

        List<LatePosting> late(Close close) {
            return organisation.as(
                    "manager", () -> late.of(close.key(), null, 100).items());
        }

        List<String> lines(Close close) {
            return texts(
                    "select account || ' ' || mrr::numeric(19,0) || ' ' || status from billing_row where close_id = ? order by 1",
                    close.key());
        }

        List<String> postings(Period period) {
            return texts(
                    "select account || ' ' || entry_id from ledger_row where period = ? order by entry_id",
                    period.toString());
        }

        List<String> texts(String query, Object value) {
            return organisation.asSystem(() -> transactions.execute(
                    status -> jdbc.sql(query).param(value).query(String.class).list()));
        }

        int sql(String statement, Object... values) {
            return tables.sql(organisation, statement, values);
        }
    }
}
