package dev.tieout.sources;

import static dev.tieout.sources.TwoMonths.EVENTS;
import static dev.tieout.sources.TwoMonths.HEADER;
import static dev.tieout.sources.TwoMonths.LEDGER;
import static dev.tieout.sources.TwoMonths.NOVEMBER;
import static dev.tieout.sources.TwoMonths.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.sources.LatePosting.RowKey;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** October's files still change while November stands on what they brought late. */
@DatabaseTest
@Import(TwoMonths.class)
class LaterClosesTest {

    private static final String A1 = "A1,S,Core,2026-10,100,USD,active,\n";

    private static final String CHANGES = "id,account,sub,item,amount,currency,posted\n";

    @Autowired
    TwoMonths months;

    @Autowired
    ImportProfiles profiles;

    TwoMonths.Book book;

    @BeforeEach
    void october_is_open() {
        book = months.anew();
    }

    @Test
    void a_file_whose_late_rows_a_final_close_counts_is_not_replaced() {
        var file = book.billing(A1 + "A2,S,Core,2026-10,250,USD,active,2026-11-02\n");
        var november = book.openNovember();
        book.becomesFinal(november);
        refusedForNovember(() -> book.replace(file, HEADER + A1 + "A2,S,Core,2026-10,100,USD,active,\n"));
        assertThat(book.lines(november)).containsExactly("A2 250 ACTIVE");
        assertThat(book.late(november)).extracting(LatePosting::takenInto).containsExactly("2026-11");
    }

    @Test
    void nor_is_one_of_whose_postings_or_events_it_counts() {
        var ledger = book.ledger("E1,A1,2026-10-03,100,USD\nE2,A1,2026-11-02,7,USD\n");
        var events = book.events("V1,A1,S,Core,2026-10-03,100,120,USD,\nV2,A2,S,Core,2026-11-02,100,130,USD,\n");
        book.becomesFinal(book.openNovember());
        refusedForNovember(() -> book.replace(ledger, LEDGER + "E1,A1,2026-10-03,90,USD\n"));
        refusedForNovember(() -> book.replace(events, EVENTS + "V1,A1,S,Core,2026-10-03,100,110,USD,\n"));
        assertThat(book.postings(NOVEMBER)).containsExactly("A1 E2");
        assertThat(book.texts("select event_id from line_event where period = ?", "2026-11"))
                .containsExactly("V2");
    }

    @Test
    void what_comes_late_for_a_final_close_waits_for_the_next_one() {
        var november = book.openNovember();
        book.becomesFinal(november);
        book.billing(A1 + "A2,S,Core,2026-10,250,USD,active,2026-11-02\n");
        book.ledger("E1,A1,2026-11-02,7,USD\n");
        book.events("V1,A2,S,Core,2026-11-02,100,130,USD,\n");
        assertThat(book.late(book.october))
                .hasSize(3)
                .extracting(LatePosting::belongsTo)
                .containsOnly("2026-12");
        assertThat(book.postings(NOVEMBER)).isEmpty();
        assertThat(book.lines(november)).isEmpty();
    }

    @Test
    void a_ledger_file_of_which_a_note_took_a_posting_in_is_not_replaced() {
        var ledger = book.ledger("E1,A1,2026-10-03,100,USD\nE2,A1,2026-11-02,7,USD\n");
        assertThat(book.backPosted(Set.of(new RowKey(ledger.id(), 3))).state()).isEqualTo(State.APPLIED);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> book.replace(ledger, LEDGER + "E1,A1,2026-10-03,90,USD\n"))
                .withMessageContaining("A back-posting note");
        assertThat(book.postings(OCTOBER)).containsExactly("A1 E1", "A1 E2");
    }

    @Test
    void what_brought_rejects_again_goes_with_their_file_wherever_it_counted() {
        var file = book.billing(A1 + "A2,S,Core,2026-10,-1,USD,active,2026-11-02\n");
        var mended = HEADER.replace("\n", ",tieout_line,tieout_reason\n");
        book.correct(file, mended + "A2,S,Core,2026-10,250,USD,active,2026-11-02,3,\n");
        var november = book.openNovember();
        assertThat(book.lines(november)).containsExactly("A2 250 ACTIVE");
        book.replace(file, HEADER + A1 + "A2,S,Core,2026-10,90,USD,active,\n");
        assertThat(book.lines(november)).isEmpty();
        assertThat(book.lines(book.october)).containsExactly("A1 100 ACTIVE", "A2 90 ACTIVE");
    }

    @Test
    void so_does_what_brought_a_reject_a_third_time() {
        var file = book.billing(A1 + "A2,S,Core,2026-10,x,USD,active,\n");
        var mended = HEADER.replace("\n", ",tieout_line,tieout_reason\n");
        var second = book.correct(file, mended + "A2,S,Core,2026-10,y,USD,active,,3,\n");
        book.correct(second, mended + "A2,S,Core,2026-10,80,USD,active,,2,\n");
        book.replace(file, HEADER + A1 + "A2,S,Core,2026-10,90,USD,active,\n");
        assertThat(book.lines(book.october)).containsExactly("A1 100 ACTIVE", "A2 90 ACTIVE");
    }

    @Test
    void a_late_change_that_two_exports_bring_is_one() {
        ownChanges();
        var first = changes(CHANGES + "c1,A1,S,Core,100,USD,\nc2,A2,S,Core,20,USD,2026-11-02\n");
        var second = changes(CHANGES + "c3,A3,S,Core,5,USD,\nc2,A2,S,Core,20,USD,2026-11-02\n");
        assertThat(List.of(first.late(), second.late(), second.duplicates())).containsExactly(1L, 0L, 1L);

        // As files of before the guard left it: both copies are there.
        book.sql("""
                insert into late_posting (organisation, close_id, source_id, line, account, subscription, product, amount, currency, status,
                                          source_ref, posted_at, belongs_to, is_change)
                select organisation, close_id, ?, 99, account, subscription, product, amount, currency, status, source_ref, posted_at,
                       belongs_to, is_change
                from late_posting
                """, second.id());
        book.backPosted(Set.of(new RowKey(first.id(), 3), new RowKey(second.id(), 99)));
        assertThat(book.lines(book.october)).contains("A2 120 ACTIVE");
    }

    @Test
    void a_late_change_is_added_to_what_a_late_row_before_it_said() {
        ownChanges();
        book.billing(A1 + "A2,S,Core,2026-10,250,USD,active,2026-11-02\n");
        var change = changes(CHANGES + "c1,A2,S,Core,-20,USD,2026-11-03\n");
        var rows = book.late(book.october).stream().map(LatePosting::key).collect(Collectors.toSet());
        assertThat(List.of(change.late(), (long) rows.size())).containsExactly(1L, 2L);
        assertThat(book.lines(book.openNovember())).containsExactly("A2 230 ACTIVE");
        book.backPosted(rows);
        assertThat(book.lines(book.october)).containsExactly("A1 100 ACTIVE", "A2 230 ACTIVE");
    }

    @Test
    void of_one_instant_a_late_change_is_added_to_the_late_row_that_came_before_it() {
        ownChanges();
        changes(CHANGES + "c1,A1,S,Core,-20,USD,2026-11-02\n");
        book.billing("A1,S,Core,2026-10,130,USD,active,2026-11-02\nA2,S,Core,2026-10,250,USD,active,2026-11-02\n");
        changes(CHANGES + "c2,A2,S,Core,-20,USD,2026-11-02\n");
        var rows = book.late(book.october).stream().map(LatePosting::key).collect(Collectors.toSet());
        assertThat(rows).hasSize(4);
        assertThat(book.lines(book.openNovember())).containsExactly("A1 130 ACTIVE", "A2 230 ACTIVE");
        book.backPosted(rows);
        assertThat(book.lines(book.october)).containsExactly("A1 130 ACTIVE", "A2 230 ACTIVE");
    }

    private void ownChanges() {
        book.organisation.as("analyst", () -> profiles.save("""
                {"name": "own-changes", "kinds": ["BILLING"], "sums": true, "columns": [
                  {"header": "id", "field": "REFERENCE", "rule": "ID", "required": true},
                  {"header": "account", "field": "ACCOUNT", "rule": "ID", "required": true},
                  {"header": "sub", "field": "SUBSCRIPTION", "rule": "ID"},
                  {"header": "item", "field": "PRODUCT", "rule": "ID"},
                  {"header": "amount", "field": "AMOUNT", "rule": "SIGNED_AMOUNT", "required": true},
                  {"header": "currency", "field": "CURRENCY", "rule": "CURRENCY", "required": true},
                  {"header": "posted", "field": "POSTED_AT", "rule": "INSTANT", "blank": true}]}
                """));
    }

    private Receipt changes(String text) {
        return book.receive(OCTOBER, SourceKind.BILLING, "own-changes", text);
    }

    @Test
    void a_late_posting_stands_under_the_id_that_its_account_goes_by_in_the_period_that_counts_it() {
        book.billing(A1 + "A2,S,Core,2026-10,100,USD,active,\n");
        var november = book.openNovember();
        book.receive(NOVEMBER, SourceKind.MIGRATION, "generic-migration", "old_account_id,new_account_id\nA1,N1\n");
        var ledger = book.ledger("E1,A1,2026-10-03,100,USD\nE2,A1,2026-11-02,7,USD\n");
        assertThat(book.postings(NOVEMBER)).containsExactly("N1 E2");
        assertThat(book.postings(OCTOBER)).containsExactly("A1 E1");
        book.backPosted(Set.of(new RowKey(ledger.id(), 3)));
        assertThat(book.postings(OCTOBER)).containsExactly("A1 E1", "A1 E2");
        assertThat(book.lines(november)).isEmpty();
    }

    @Test
    void a_move_that_an_earlier_file_announces_takes_effect_in_the_close_that_is_open_already() {
        book.billing(A1 + "A2,S,Core,2026-10,100,USD,active,\n");
        var november = book.openNovember();
        var moves = book.receive(
                OCTOBER,
                SourceKind.MIGRATION,
                "generic-migration",
                "old_account_id,new_account_id,effective_from\nA1,N1,2026-11\n");
        assertThat(opening(november.key())).containsExactly("A2", "N1");
        book.replace(moves, "old_account_id,new_account_id,effective_from\nA2,N2,2026-11\n");
        assertThat(opening(november.key())).containsExactly("A1", "N2");
    }

    private List<String> opening(long close) {
        return book.texts("select account from opening_line where close_id = ? order by 1", close);
    }

    private static void refusedForNovember(ThrowingCallable change) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(change)
                .withMessageContaining("close of 2026-11, which is final")
                .withMessageContaining("Raise a correction of 2026-11")
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }
}
