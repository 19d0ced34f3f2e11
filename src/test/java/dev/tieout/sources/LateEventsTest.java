package dev.tieout.sources;

import static dev.tieout.sources.TwoMonths.EVENTS;
import static dev.tieout.sources.TwoMonths.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenBook;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.sources.LatePosting.RowKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Change events after the cutoff: where they count, what a note makes of them, and which time tells. */
@DatabaseTest
@Import(TwoMonths.class)
class LateEventsTest {

    @Autowired
    TwoMonths months;

    @Autowired
    GivenBook tables;

    @Autowired
    ChangeEvents changes;

    @Autowired
    LatePostings late;

    @Autowired
    BackPostings notes;

    TwoMonths.Book book;

    @BeforeEach
    void october_is_open() {
        book = months.anew();
    }

    @Test
    void a_note_takes_an_event_in_and_the_later_period_gives_it_back() {
        var file = book.events("""
                V1,A1,S,Core,2026-10-03,100,120,USD,
                V2,A1,S,Core,2026-11-02,120,150,USD,
                V3,A2,S,Core,2026-11-03,100,90,USD,
                """);
        assertThat(file.late()).isEqualTo(2);
        var november = book.openNovember();
        book.receive(
                november.span(),
                SourceKind.BILLING,
                "generic-events",
                EVENTS + "V4,A1,S,Core,2026-11-05,150,160,USD,\n");
        assertThat(book.lines(november)).containsExactly("A1 160 ACTIVE", "A2 90 ACTIVE");

        var note = book.backPosted(Set.of(new RowKey(file.id(), 3)));
        assertThat(note.state()).isEqualTo(State.APPLIED);
        assertThat(book.lines(book.october)).containsExactly("A1 150 ACTIVE", "A2 100 ACTIVE");
        assertThat(book.lines(november)).containsExactly("A1 160 ACTIVE", "A2 90 ACTIVE");
        assertThat(events(november.key())).containsExactly("V4", "V3");
        assertThat(events(book.october.key())).containsExactly("V1", "V2");
        assertThat(book.organisation.as("manager", () -> late.counts(book.october.key())))
                .isEqualTo(new LatePostings.Counts(2, 0, 1));
        var receipt = book.receipts().getLast();
        assertThat(List.of(receipt.profile(), receipt.rows(), receipt.accepted()))
                .containsExactly(Receipt.BACK_POSTING, 1L, 1L);
        assertThat(receipt.controlTotals().get("USD"))
                .isNotNull()
                .satisfies(totals -> assertThat(totals.accepted()).isEqualByComparingTo("150"));
    }

    @Test
    void whoever_decides_sees_what_an_event_will_do() {
        var file = book.events("V1,A1,S,Core,2026-10-03,100,120,USD,\nV2,A1,S,Core,2026-11-02,120,150,USD,\n");
        var note = book.organisation.as(
                "analyst", () -> notes.raise(OCTOBER, "Signed", "Late", Set.of(new RowKey(file.id(), 3))));
        assertThat(book.organisation.as("manager", () -> notes.effect(note)))
                .extracting(
                        BackPostings.Effect::account,
                        effect -> effect.change().intValueExact(),
                        BackPostings.Effect::currency)
                .containsExactly(tuple("A1", 30, "USD"));
    }

    @Test
    void under_a_policy_that_goes_by_the_ledger_an_event_is_placed_by_the_ledgers_posting() {
        tables.policy(book.organisation, "timestamp_rule", "LEDGER_POSTED");
        var receipt = book.receive(OCTOBER, SourceKind.BILLING, "generic-events", """
                event_id,account_id,subscription_id,product,effective_at,posted_at,ledger_posted_at,mrr_after,currency
                V1,A1,S,Core,2026-10-01,2026-11-02,2026-10-30 08:00,110,USD
                V2,A1,S,Core,2026-10-01,2026-10-20,2026-11-02,120,USD
                V3,A2,S,Core,2026-10-01,2026-10-05 09:00,,130,USD
                V4,A2,S,Core,2026-10-06,,,140,USD
                V5,A2,S,Core,2026-10-06,2026-10-06,2026-09-30,150,USD
                """);
        assertThat(List.of(receipt.accepted(), receipt.late(), receipt.rejected()))
                .containsExactly(3L, 1L, 1L);
        var told = book.organisation.as("manager", () -> changes.of(book.october.key(), List.of("A1", "A2")));
        assertThat(told)
                .extracting(
                        ChangeEvents.Event::eventId,
                        ChangeEvents.Event::placedBy,
                        event -> event.placedAt().toString())
                .containsExactly(
                        tuple("V1", "ledger_posted_at", "2026-10-30T08:00:00Z"),
                        tuple("V3", "posted_at", "2026-10-05T09:00:00Z"),
                        tuple("V4", "effective_at", "2026-10-06T00:00:00Z"));
        assertThat(book.texts("select placed_value from line_event where event_id = ?", "V3"))
                .containsExactly("2026-10-05 09:00");
        assertThat(book.late(book.october)).singleElement().satisfies(event -> {
            assertThat(event.field()).isEqualTo("ledger_posted_at");
            assertThat(event.value()).isEqualTo("2026-11-02");
        });
        assertThat(book.texts("select column_name from source_reject where source_id = ?", receipt.id()))
                .containsExactly("ledger_posted_at");
    }

    private List<String> events(long close) {
        return book.organisation.as("manager", () -> changes.of(close, List.of("A1", "A2"))).stream()
                .map(ChangeEvents.Event::eventId)
                .toList();
    }
}
