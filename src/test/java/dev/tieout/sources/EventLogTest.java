package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.movements.Movement;
import dev.tieout.movements.Movements;
import dev.tieout.sources.LatePosting.RowKey;
import dev.tieout.sources.LatePostings.Note;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of change events: lines, exceptions, rejects, duplicates and late ones. */
@DatabaseTest
@Import(GivenMonths.class)
class EventLogTest {

    private static final String OPENING = """
            account_id,subscription_id,product,period,mrr,currency,status
            A,S1,Core,2026-09,100,USD,active
            B,S1,Core,2026-09,50,USD,active
            """;
    private static final String HEADER =
            "event_id,account_id,subscription_id,product,event_type,posted_at,mrr_before,mrr_after,mrr_change,currency,status\n";
    private static final String SNAPSHOT = "account_id,subscription_id,product,period,mrr,currency,status\n";

    @Autowired
    GivenMonths months;

    @Autowired
    Movements movements;

    @Autowired
    ChangeEvents changes;

    @Autowired
    BackPostings notes;

    @Autowired
    LatePostings late;

    @Autowired
    TransactionOperations transactions;

    GivenOrganisation organisation;
    GivenMonths.Month october;

    @BeforeEach
    void open() {
        organisation = months.organisation();
        october = months.open(organisation, "2026-10");
        october.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
    }

    private Receipt events(GivenMonths.Month month, String rows) {
        return month.receive(SourceKind.BILLING, "generic-events", HEADER + rows);
    }

    private List<String> closing(GivenMonths.Month month) {
        return month.work().movements().stream().map(EventLogTest::told).toList();
    }

    private static String told(Movement movement) {
        return movement.account() + " "
                + movement.opening().stripTrailingZeros().toPlainString() + " → "
                + movement.closing().stripTrailingZeros().toPlainString() + " " + movement.movementClass();
    }

    @Test
    void a_line_without_an_event_keeps_its_opening() {
        events(october, "E1,A,S1,Core,up,2026-10-03,100,120,,USD,\n");
        assertThat(october.exceptions()).isEmpty();
        assertThat(closing(october)).containsExactly("A 100 → 120 EXPANSION", "B 50 → 50 RENEWAL");
        assertThat(october.movements()).noneMatch(Movement::review);
        var rows = organisation.as("manager", () -> movements.sourceRows(october.close(), "B", ""));
        assertThat(rows.getLast().fileName()).isEqualTo("billing.csv");
        assertThat(rows.getLast().line()).isNull();
        var events = organisation.as("manager", () -> changes.of(october.close(), List.of("A", "B")));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.before()).isEqualByComparingTo("100");
            assertThat(event.after()).isEqualByComparingTo("120");
            assertThat(event.line()).isEqualTo("S1/Core");
            assertThat(event.fileLine()).isEqualTo(2);
        });
    }

    @Test
    void what_a_note_says_of_a_line_stays_when_the_events_are_run_again() {
        events(october, "E1,A,S1,Core,up,2026-10-03,100,120,,USD,\n");
        var file = october.receive(SourceKind.BILLING, "generic-snapshot", """
                account_id,subscription_id,product,period,mrr,currency,status,posted_at
                A,S1,Core,2026-10,250,USD,active,2026-11-02
                """);
        var keys = Set.of(new RowKey(file.id(), 2));
        var note = organisation.as("analyst", () -> notes.raise(Period.parse("2026-10"), "Signed", "Late", keys));
        organisation.asSystem(() -> transactions.executeWithoutResult(
                status -> late.backPost(october.close(), new Note(note.id(), note.note(), keys))));
        organisation.asSystem(() -> changes.settle(october.close()));
        assertThat(closing(october)).startsWith("A 100 → 250 EXPANSION");
    }

    @Test
    void an_event_that_says_another_amount_before_it_is_an_exception_with_its_line() {
        events(october, "E1,A,S1,Core,up,2026-10-03,110,120,,USD,\n");
        assertThat(october.exceptions())
                .containsExactly(
                        "Event “E1” of account “A” (billing.csv, line 2) says 110.00 before it, and its line stood at"
                                + " 100.00 USD.");
    }

    @Test
    void an_event_in_another_currency_and_a_change_below_zero_are_exceptions() {
        events(october, """
                E1,A,S1,Core,up,2026-10-03,,120,,USD,
                E2,A,S1,Core,up,2026-10-04,,,-121,USD,
                E3,B,S1,Core,up,2026-10-04,,60,,USD,
                E4,B,S1,Core,up,2026-10-05,,60,,CHF,
                """);
        assertThat(october.exceptions())
                .contains(
                        "Event “E2” of account “A” (billing.csv, line 3) takes its line below zero, to -1.00 USD.",
                        "Event “E4” of account “B” (billing.csv, line 5) is in CHF, and its line stood at 60.00 USD.",
                        "There is no exchange rate from CHF into USD.");
    }

    @Test
    void changes_are_added_to_what_the_last_amount_said() {
        events(october, """
                E1,A,S1,Core,up,2026-10-03,,,10,USD,
                E2,A,S1,Core,set,2026-10-04,110,200,,USD,
                E3,A,S1,Core,down,2026-10-05,,,-0.0001,USD,
                E4,A,S1,Core,down,2026-10-06,,,-20,USD,
                """);
        assertThat(october.exceptions()).isEmpty();
        assertThat(closing(october)).startsWith("A 100 → 179.9999 EXPANSION");
    }

    @Test
    void events_of_one_moment_go_by_when_they_took_effect_and_then_as_they_stand_in_the_file() {
        var header = HEADER.replace("posted_at", "posted_at,effective_at");
        october.receive(SourceKind.BILLING, "generic-events", header + """
                E3,A,S1,Core,third,2026-10-05T10:00:00Z,2026-10-03,130,140,,USD,
                E2,A,S1,Core,second,2026-10-05T10:00:00Z,2026-10-02,120,130,,USD,
                E1,A,S1,Core,first,2026-10-04T10:00:00Z,2026-10-09,100,120,,USD,
                E4,A,S1,Core,fourth,2026-10-05T10:00:00Z,2026-10-03,140,150,,USD,
                """);
        assertThat(october.exceptions()).isEmpty();
        var order = organisation.as("manager", () -> changes.of(october.close(), List.of("A")));
        assertThat(order).extracting(ChangeEvents.Event::kind).containsExactly("first", "second", "third", "fourth");
        assertThat(order).extracting(ChangeEvents.Event::placedBy).containsOnly("posted_at");
    }

    @Test
    void an_event_before_the_period_is_a_reject_and_one_seen_before_a_duplicate() {
        var receipt = events(october, """
                E1,A,S1,Core,up,2026-09-30T23:59:59Z,,120,,USD,
                E2,A,S1,Core,up,2026-10-03,,130,,USD,
                E2,A,S1,Core,up,2026-10-03,,130,,USD,
                """);
        assertThat(List.of(receipt.accepted(), receipt.duplicates(), receipt.rejected(), receipt.late()))
                .containsExactly(1L, 1L, 1L, 0L);
        assertThat(october.exceptions())
                .containsExactly("1 row of billing.csv (source " + receipt.id() + ") was rejected.");
        assertThat(closing(october)).startsWith("A 100 → 130 EXPANSION");
    }

    @Test
    void a_late_event_counts_in_its_own_period_and_a_second_copy_there_is_a_duplicate() {
        var receipt = events(october, """
                E1,A,S1,Core,up,2026-10-03,,120,,USD,
                E2,A,S1,Core,up,2026-11-01T00:00:00Z,120,130,,USD,
                """);
        assertThat(receipt.late()).isEqualTo(1);
        assertThat(closing(october)).startsWith("A 100 → 120 EXPANSION");
        october.publish();
        var november = months.open(organisation, "2026-11");
        assertThat(november.exceptions()).containsExactly("No billing file with an accepted row is in for 2026-11.");
        var again = events(november, """
                E2,A,S1,Core,up,2026-11-01T00:00:00Z,120,130,,USD,
                E3,B,S1,Core,end,2026-11-02,50,0,,USD,cancelled
                """);
        assertThat(List.of(again.accepted(), again.duplicates())).containsExactly(1L, 1L);
        assertThat(november.exceptions()).isEmpty();
        assertThat(closing(november)).containsExactly("A 120 → 130 EXPANSION", "B 50 → 0 CHURN");
    }

    @Test
    void a_period_given_both_ways_must_agree() {
        events(october, "E1,A,S1,Core,up,2026-10-03,100,120,,USD,\n");
        var snapshot = october.receive(
                SourceKind.BILLING, "generic-snapshot", SNAPSHOT + "A,S1,Core,2026-10,125,USD,active\n");
        assertThat(october.exceptions())
                .containsExactly(
                        "Line “S1/Core” of account “A” closes at 120.00 USD by its opening and events and at 125.00 USD by the"
                                + " snapshot. Replace the file that is wrong.",
                        "Line “S1/Core” of account “B” closes at 50.00 USD by its opening and events and at 0.00 by the"
                                + " snapshot. Replace the file that is wrong.");
        october.replace(snapshot, SNAPSHOT + "A,S1,Core,2026-10,120,USD,active\nB,S1,Core,2026-10,50,USD,active\n");
        assertThat(october.exceptions()).isEmpty();
        assertThat(closing(october)).containsExactly("A 100 → 120 EXPANSION", "B 50 → 50 RENEWAL");
    }

    @Test
    void a_replaced_file_of_events_leaves_nothing_of_the_first() {
        var first = events(october, """
                E1,A,S1,Core,up,2026-10-03,100,120,,USD,
                E2,C,S1,Core,new,2026-10-03,,10,,USD,
                """);
        october.replace(first, HEADER + "E1,A,S1,Core,up,2026-10-03,100,130,,USD,\n");
        assertThat(october.exceptions()).isEmpty();
        assertThat(closing(october)).containsExactly("A 100 → 130 EXPANSION", "B 50 → 50 RENEWAL");
    }
}
