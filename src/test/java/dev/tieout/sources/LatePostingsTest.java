package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.cohort.Cohort;
import dev.tieout.movements.Movements;
import dev.tieout.movements.Placement.By;
import dev.tieout.movements.SourceRow;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is posted after the cutoff goes to the next period by itself, and nothing of it is lost or counted twice. */
@DatabaseTest
class LatePostingsTest {

    private static final Period OCTOBER = Period.parse("2026-10");
    private static final Period NOVEMBER = Period.parse("2026-11");
    private static final String HEADER = "account_id,subscription_id,product,period,mrr,currency,status,posted_at\n";

    @Autowired
    Given given;

    @Autowired
    GivenBook tables;

    @Autowired
    Closes closes;

    @Autowired
    Cohort cohort;

    @Autowired
    Sources sources;

    @Autowired
    LatePostings late;

    @Autowired
    Movements movements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private GivenOrganisation organisation;
    private Close october;

    @BeforeEach
    void october_is_open_and_a1_and_a2_recur_at_100() {
        organisation = given.organisation();
        october = organisation.as("analyst", () -> closes.open(OCTOBER));
        receive(
                OCTOBER,
                SourceKind.OPENING,
                HEADER + "A1,S,Core,2026-09,100,USD,active,\nA2,S,Core,2026-09,100,USD,active,\n");
    }

    @Test
    void a_line_that_changed_after_the_cutoff_stands_as_it_opened() {
        var receipt = receive(
                OCTOBER,
                SourceKind.BILLING,
                HEADER + "A1,S,Core,2026-10,100,USD,active,2026-10-02\nA2,S,Core,2026-10,250,USD,active,2026-11-02\n");
        assertThat(receipt.late()).isEqualTo(1);
        assertThat(rows(october)).containsExactly("A1 100.0000 ACTIVE", "A2 100.0000 ACTIVE");
        classify(october);
        var placed = closing(october, "A2").placement();
        assertThat(placed.by()).isEqualTo(By.STANDS_AS_OPENED);
        assertThat(placed.field()).isEqualTo("posted_at");
        assertThat(placed.value()).isEqualTo("2026-11-02");
        assertThat(placed.at()).hasToString("2026-11-02T00:00:00Z");
    }

    @Test
    void a_movement_tells_the_exact_cell_that_placed_it_and_the_rule() {
        receive(
                OCTOBER,
                SourceKind.BILLING,
                HEADER
                        + "A1,S,Core,2026-10,120,USD,active,2026-10-31T23:59:59+00:00\nA2,S,Core,2026-10,100,USD,active,\n");
        classify(october);
        var timed = closing(october, "A1").placement();
        assertThat(timed.value()).isEqualTo("2026-10-31T23:59:59+00:00");
        assertThat(timed.sentence())
                .isEqualTo("Placed by posted_at “2026-10-31T23:59:59+00:00”, read as 2026-10-31T23:59:59Z, before the"
                        + " cutoff 2026-11-01T00:00Z (rule billing-posted, policy version 1).");
        var stated = closing(october, "A2").placement();
        assertThat(stated.by()).isEqualTo(By.STATED_PERIOD);
        assertThat(stated.field()).isEqualTo("period");
        assertThat(stated.value()).isEqualTo("2026-10");
    }

    @Test
    void a_row_of_the_line_before_the_cutoff_counts_whichever_file_brings_it() {
        receive(OCTOBER, SourceKind.BILLING, HEADER + "A2,S,Core,2026-10,250,USD,active,2026-11-02\n");
        var second = receive(
                OCTOBER,
                SourceKind.BILLING,
                HEADER + "A2,S,Core,2026-10,130,USD,active,2026-10-20\nA1,S,Core,2026-10,100,USD,active,\n");
        assertThat(second.duplicates()).isZero();
        assertThat(rows(october)).containsExactly("A1 100.0000 ACTIVE", "A2 130.0000 ACTIVE");
    }

    @Test
    void what_came_late_is_in_the_next_period_when_it_opens_unless_its_snapshot_knows_better() {
        receive(
                OCTOBER,
                SourceKind.BILLING,
                HEADER
                        + "A1,S,Core,2026-10,100,USD,active,\nA2,S,Core,2026-10,250,USD,active,2026-11-02\n"
                        + "A3,S,Core,2026-10,70,USD,active,2026-11-03\n");
        var november = open_november();
        var taken = receipts(november).getFirst();
        assertThat(taken.profile()).isEqualTo(Receipt.LATE_POSTINGS);
        assertThat(taken.fileName()).isEqualTo("Late postings of 2026-10");
        assertThat(taken.accepted()).isEqualTo(2);
        assertThat(rows(november)).containsExactly("A2 250.0000 ACTIVE", "A3 70.0000 ACTIVE");

        receive(
                NOVEMBER,
                SourceKind.BILLING,
                HEADER + "A1,S,Core,2026-11,100,USD,active,\nA2,S,Core,2026-11,300,USD,active,2026-11-20\n");
        assertThat(rows(november)).containsExactly("A1 100.0000 ACTIVE", "A2 300.0000 ACTIVE", "A3 70.0000 ACTIVE");
        var now = receipts(november).getFirst();
        assertThat(List.of(now.rows(), now.accepted(), now.duplicates())).containsExactly(2L, 1L, 1L);
        assertThat(Objects.requireNonNull(now.controlTotals().get("USD")).accepted())
                .isEqualByComparingTo("70");
        classify(november);
        var row = closing(november, "A3");
        assertThat(row.placement().by()).isEqualTo(By.LATE_POSTING);
        assertThat(row.placement().period()).isEqualTo("2026-10");
        assertThat(row.fileName()).isEqualTo("file.csv");
        assertThat(row.line()).isEqualTo(4);
        assertThat(listed(november)).extracting(LatePosting::takenInto).containsExactly("2026-11", "2026-11");
    }

    @Test
    void late_rows_of_a_file_that_is_replaced_leave_the_next_period_too() {
        var file = receive(
                OCTOBER,
                SourceKind.BILLING,
                HEADER + "A1,S,Core,2026-10,100,USD,active,\nA2,S,Core,2026-10,250,USD,active,2026-11-02\n");
        var november = open_november();
        assertThat(rows(november)).containsExactly("A2 250.0000 ACTIVE");
        organisation.as(
                "analyst",
                () -> sources.replace(
                        file.id(),
                        "better.csv",
                        FileBody.of(HEADER
                                + "A1,S,Core,2026-10,100,USD,active,\nA2,S,Core,2026-10,260,USD,active,2026-11-02\n")));
        assertThat(rows(november)).containsExactly("A2 260.0000 ACTIVE");
        assertThat(rows(october)).containsExactly("A1 100.0000 ACTIVE", "A2 100.0000 ACTIVE");
        assertThat(receipts(november)).extracting(Receipt::rows).containsExactly(0L, 1L);
    }

    @Test
    void late_postings_of_billing_and_ledger_are_listed_with_their_cells() {
        receive(
                OCTOBER,
                SourceKind.BILLING,
                HEADER + "A1,S,Core,2026-10,100,USD,active,\nA2,S,Core,2026-10,250,USD,active,2026-11-02\n");
        receive(OCTOBER, SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,A1,2026-11-01,20,USD\n");
        var list = listed(october);
        assertThat(list).extracting(LatePosting::kind).containsExactly(SourceKind.BILLING, SourceKind.LEDGER);
        assertThat(list).extracting(LatePosting::field).containsExactly("posted_at", "posted_at");
        assertThat(list).extracting(LatePosting::value).containsExactly("2026-11-02", "2026-11-01");
        assertThat(list).extracting(LatePosting::belongsTo).containsExactly("2026-11", "2026-11");
        assertThat(list).extracting(LatePosting::takenInto).containsOnlyNulls();
    }

    @Test
    void a_file_exported_after_the_cutoff_is_an_import_exception_that_a_person_can_acknowledge() {
        receive(
                OCTOBER,
                SourceKind.BILLING,
                HEADER + "A1,S,Core,2026-10,100,USD,active,2026-11-03\nA2,S,Core,2026-10,250,USD,active,2026-11-03\n");
        assertThat(exceptions()).singleElement().asString().startsWith("Late lines: of 2 of 2 opening lines (100.0 %)");
        organisation.as("analyst", () -> sources.acknowledgeRejects(october.key(), "It is really so"));
        assertThat(exceptions()).isEmpty();
        receive(OCTOBER, SourceKind.BILLING, HEADER + "A9,S,Core,2026-10,1,USD,active,\n");
        assertThat(exceptions()).hasSize(1);
    }

    @Test
    void a_book_of_which_much_is_missing_is_an_import_exception() {
        var lines = IntStream.range(0, 60)
                .mapToObj(at -> "B" + at + ",S,Core,2026-09,10,USD,active,\n")
                .collect(Collectors.joining());
        receive(OCTOBER, SourceKind.OPENING, HEADER + lines);
        receive(
                OCTOBER,
                SourceKind.BILLING,
                HEADER
                        + lines.lines()
                                .limit(15)
                                .map(line -> line.replace("2026-09", "2026-10"))
                                .collect(Collectors.joining("\n")));
        assertThat(exceptions())
                .singleElement()
                .asString()
                .startsWith("Absent lines: no row of the billing files tells of");
    }

    @Test
    void the_policy_moves_the_cutoff_and_chooses_the_timestamp() {
        var other = given.organisation();
        tables.policy(other, "cutoff_hours", 48);
        tables.policy(other, "timestamp_rule", "LEDGER_POSTED");
        var close = other.as("analyst", () -> closes.open(OCTOBER));
        assertThat(close.cutoff()).hasToString("2026-11-03T00:00:00Z");
        var receipt = other.as(
                "analyst",
                () -> sources.receive(OCTOBER, SourceKind.BILLING, "generic-snapshot", "file.csv", FileBody.of("""
                        account_id,period,mrr,currency,posted_at,ledger_posted_at
                        A1,2026-10,1,USD,2026-11-20,2026-11-02
                        A2,2026-10,1,USD,2026-10-01,2026-11-03
                        """)));
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.late()).isEqualTo(1);
    }

    @Test
    void a_renewal_that_is_pending_is_carried_for_the_days_of_grace_only() {
        receive(OCTOBER, SourceKind.BILLING, """
                account_id,period,mrr,currency,status,term_ends_at
                A1,2026-10,1,USD,pending_renewal,2026-10-15
                A2,2026-10,1,USD,pending_renewal,2026-09-15
                """);
        assertThat(rows(october)).contains("A1 1.0000 RENEWAL_PENDING", "A2 1.0000 EXPIRED");
    }

    private Close open_november() {
        organisation.as("controller", () -> cohort.keepClosing(october.key(), 1));
        tables.sql(
                organisation, "update close set published = true, state = 'PROVISIONAL' where id = ?", october.key());
        tables.sql(organisation, """
                insert into publication (organisation, close_id, version, status, currency, published_at, open_variances, open_variance, stamps)
                values (current_organisation(), ?, 1, 'PROVISIONAL', 'USD', now(), 0, 0, '{}')
                """, october.key());
        var november = organisation.as("analyst", () -> closes.open(NOVEMBER));
        organisation.asSystem(() -> cohort.freeze(november.key()));
        return november;
    }

    private Receipt receive(Period period, SourceKind kind, String text) {
        var profile = kind == SourceKind.LEDGER ? "generic-ledger" : "generic-snapshot";
        return organisation.as("analyst", () -> sources.receive(period, kind, profile, "file.csv", FileBody.of(text)));
    }

    private List<Receipt> receipts(Close close) {
        return organisation.as("manager", () -> sources.of(close.key()));
    }

    private List<String> exceptions() {
        return organisation.as("manager", () -> sources.exceptions(october.key()));
    }

    private List<LatePosting> listed(Close close) {
        return organisation.as("manager", () -> late.of(close.key(), null, 100).items());
    }

    private void classify(Close close) {
        organisation.asSystem(() -> cohort.freeze(close.key()));
        organisation.asSystem(() -> movements.classify(close.key(), 0, 1));
    }

    private SourceRow closing(Close close, String account) {
        return organisation.as(
                "manager", () -> movements.sourceRows(close.key(), account, "").getLast());
    }

    private List<String> rows(Close close) {
        return organisation.asSystem(() -> transactions.execute(
                status -> jdbc.sql("""
                select account || ' ' || mrr || ' ' || status from billing_row where close_id = ? order by account
                """).param(close.key()).query(String.class).list()));
    }
}
