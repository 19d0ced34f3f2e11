package dev.tieout.corrections;

import static dev.tieout.corrections.FinalPeriods.DECEMBER;
import static dev.tieout.corrections.FinalPeriods.NOVEMBER;
import static dev.tieout.corrections.FinalPeriods.OCTOBER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.closing.Closes.CloseIsFinal;
import dev.tieout.corrections.Correction.State;
import dev.tieout.corrections.Corrections.Draft;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications.GateClosed;
import dev.tieout.sources.SourceCorrections;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may raise and decide a note, and what it may say. */
class NotesTest extends AboutFinalPeriods {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void the_author_does_not_approve_it_and_nobody_else_is_kept_from_it() {
        var correction = organisation.as(
                "controller",
                () -> corrections.raise(OCTOBER, new Draft("Missed", null, Changes.read(List.of(A1_BILLED_LESS)))));
        previewed(correction);
        var task = task(correction);
        assertThatThrownBy(() ->
                        organisation.as("controller", () -> tasks.complete(task.key(), Decision.APPROVE, "My own")))
                .isInstanceOf(Tasks.SeparationOfDuties.class)
                .hasMessageContaining("You raised this correction");
        organisation.as("controller2", () -> tasks.complete(task.key(), Decision.APPROVE, "Checked"));
        assertThat(now(correction).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void a_rejected_note_changes_nothing_and_lets_another_follow() {
        var correction = previewed(raise(OCTOBER, List.of(A1_BILLED_LESS)));
        assertThatThrownBy(() -> raise(OCTOBER, List.of(A1_BILLED_LESS)))
                .isInstanceOf(Corrections.CorrectionUndecided.class);
        var task = task(correction);
        organisation.as("controller", () -> tasks.complete(task.key(), Decision.REJECT, "Not ours"));
        assertThat(now(correction).state()).isEqualTo(State.REJECTED);
        assertThat(versions(OCTOBER)).hasSize(1);
        assertThat(applied(raise(OCTOBER, List.of(A1_BILLED_LESS))).state()).isEqualTo(State.APPLIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comment = 'another'",
                "raised_by = 'another'",
                "state = 'AWAITING_APPROVAL'",
                "decided_by = 'another'"
            })
    void a_note_that_has_ended_stays_as_it_ended_even_for_who_writes_to_the_database(String change) {
        var correction = applied(raise(OCTOBER, List.of(A1_BILLED_LESS)));
        assertThatThrownBy(() -> inTheDatabase("update correction set " + change + " where id = " + correction.id()))
                .hasMessageContaining("correction " + correction.id());
        assertThat(now(correction)).isEqualTo(correction);
    }

    private int inTheDatabase(String statement) {
        return organisation.asSystem(() -> requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> jdbc.sql(statement).update())));
    }

    @Test
    void what_the_numbers_do_not_bear_is_refused_with_the_reason() {
        var correction = previewed(raise(
                OCTOBER,
                List.of(Map.of("kind", "override", "account", "A2", "class", "CHURN", "reason", "CANCELLED"))));
        assertThat(correction.state()).isEqualTo(State.REFUSED);
        assertThat(correction.refusal()).contains("CHURN opens above nothing and closes at nothing");
        assertThat(versions(OCTOBER)).hasSize(1);
    }

    @Test
    void every_fault_of_a_note_is_named_at_once() {
        var line = Map.of("kind", "billed-line", "account", "A1", "mrr", "1", "currency", "EUR", "status", "active");
        var opening = new HashMap<>(line);
        opening.put("kind", "opening-line");
        var override = Map.of("kind", "override", "account", "ZZ", "class", "NEW", "reason", "NEW_LOGO");
        var include = Map.of("kind", "include", "account", "A2", "reason", "Back");
        var posting = Map.of(
                "kind",
                "ledger-posting",
                "entryId",
                "e-2026-10-A1",
                "account",
                "A1",
                "postedOn",
                "2026-11-20",
                "amount",
                "1",
                "currency",
                "USD");
        assertThatThrownBy(() -> raise(NOVEMBER, List.of(opening, line, override, include, posting)))
                .isInstanceOf(ChangesRefused.class)
                .hasMessageContaining("Change 1: 2026-11 opens with what 2026-10 closed with; correct 2026-10.")
                .hasMessageContaining("Change 2: 2026-11 has no exchange rate for EUR.")
                .hasMessageContaining("Change 3: 2026-11 has no such movement of “ZZ”.")
                .hasMessageContaining("Change 4: “A2” is not excluded.")
                .hasMessageContaining("Change 5: the ledger holds the entry “e-2026-10-A1” already, in 2026-10.");
    }

    @Test
    void what_cannot_be_read_is_named_value_by_value() {
        var changes = List.of(
                Map.of("kind", "billed-line", "account", "*", "mrr", "-1", "currency", "DOLLARS", "status", "absent"),
                Map.of("kind", "remove", "account", "A1"),
                Map.of("kind", "exclude", "account", "A1", "because", "x"));
        assertThatThrownBy(() -> Changes.read(changes))
                .isInstanceOf(ChangesRefused.class)
                .hasMessageContaining("Change 1: account “*” stands for all accounts together.")
                .hasMessageContaining("Change 1: mrr “-1” is negative; it is zero or more.")
                .hasMessageContaining("Change 1: currency “DOLLARS” is no ISO 4217 code.")
                .hasMessageContaining("Change 1: status “absent” is none of ACTIVE, TRIAL")
                .hasMessageContaining("Change 2: kind is none of billed-line")
                .hasMessageContaining("Change 3: “because” is nothing that such a change has.")
                .hasMessageContaining("Change 3: reason is missing.");
    }

    @Test
    void a_close_under_way_is_not_corrected() {
        assertThatThrownBy(() -> raise(DECEMBER, List.of(A1_BILLED_LESS)))
                .isInstanceOf(Corrections.CloseNotFinal.class);
    }

    @Test
    void nothing_but_an_applied_correction_gets_past_a_final_close() {
        long october = close(OCTOBER).key();
        assertThatThrownBy(() -> organisation.asSystem(() -> publications.publish(october, Status.RESTATED)))
                .isInstanceOf(GateClosed.class);
        assertThatThrownBy(() -> organisation.asSystem(() -> cohort.correct(october)))
                .isInstanceOf(CloseIsFinal.class);
        assertThatThrownBy(() -> organisation.asSystem(() -> movements.reclassify(october, Set.of("A1"))))
                .isInstanceOf(CloseIsFinal.class);
        assertThatThrownBy(() -> organisation.asSystem(() -> sourceCorrections.apply(
                        october, new SourceCorrections.Note("x", "x", List.of(), List.of(), List.of()))))
                .isInstanceOf(CloseIsFinal.class);
    }

    @Test
    void the_changes_of_a_note_are_kept_with_what_stood_before_and_the_period_they_belong_to() {
        var correction = raise(OCTOBER, List.of(A1_BILLED_LESS));
        assertThat(correction.changes()).singleElement().satisfies(recorded -> {
            assertThat(recorded.before()).containsEntry("mrr", "150.0000");
            assertThat(recorded.period()).isEqualTo("2026-10");
            assertThat(Changes.write(recorded.change())).containsEntry("mrr", "130.00");
        });
    }
}
