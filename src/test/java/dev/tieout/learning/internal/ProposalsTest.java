package dev.tieout.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.learning.ProposedRow;
import dev.tieout.learning.ProposedRow.Answer;
import dev.tieout.learning.ProposedRow.Placement;
import dev.tieout.movements.DecidedFacts.Chosen;
import dev.tieout.movements.DecidedFacts.DecidedFact;
import dev.tieout.movements.Movement.Verdict;
import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.MovementFact;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From overrides to rows, without a database. */
class ProposalsTest {

    private static final int LESS = 37;
    private static final Map<String, String> ASKS_LESS = Map.of("opening", "> 0", "closing", "> 0", "change", "< 0");
    private static final int ENDED = 15;
    private static final Map<String, String> ASKS_ENDED =
            Map.of("opening", "> 0", "closing", "== 0", "status", "CANCELLED, EXPIRED");

    private static final Answer DOWNGRADE = new Answer(MovementClass.CONTRACTION, Reason.DOWNGRADE);
    private static final Answer DISCOUNT = new Answer(MovementClass.CONTRACTION, Reason.DISCOUNT_ADDED);
    private static final Answer CANCELLED = new Answer(MovementClass.CHURN, Reason.CANCELLED);
    private static final Answer PAUSED = new Answer(MovementClass.CONTRACTION, Reason.PAUSED);

    private final Tally tally = new Tally();
    private long id;

    @Test
    void nothing_is_proposed_when_nobody_overrode_anything() {
        shrinks("a", AccountStatus.ACTIVE, null);

        assertThat(proposals()).isEmpty();
    }

    @Test
    void the_fact_that_tells_the_overridden_from_the_others_becomes_the_condition() {
        shrinks("a", AccountStatus.PAST_DUE, DISCOUNT);
        shrinks("b", AccountStatus.PAST_DUE, DISCOUNT);
        shrinks("c", AccountStatus.ACTIVE, null);
        shrinks("d", AccountStatus.PAUSED, null);

        var row = only();

        assertThat(row.placement()).isEqualTo(Placement.BEFORE);
        assertThat(row.row()).isEqualTo(LESS);
        assertThat(row.learned()).containsExactly("status");
        assertThat(row.conditions())
                .containsExactly(
                        Map.entry("opening", "> 0"),
                        Map.entry("closing", "> 0"),
                        Map.entry("change", "< 0"),
                        Map.entry("status", "PAST_DUE"));
        assertThat(row.from()).isEqualTo(DOWNGRADE);
        assertThat(row.to()).isEqualTo(DISCOUNT);
        assertThat(row.unnecessary()).isEqualTo(2);
        assertThat(row.amount()).isEqualByComparingTo("200");
        assertThat(row.overridden()).extracting(ProposedRow.Example::account).containsExactly("a", "b");
        assertThat(row.alsoMoved()).isZero();
    }

    @Test
    void two_kinds_of_movement_share_one_row_when_it_takes_nobody_else_in() {
        shrinks("a", AccountStatus.PAST_DUE, DISCOUNT);
        shrinks("b", AccountStatus.RENEWAL_PENDING, DISCOUNT);
        shrinks("c", AccountStatus.ACTIVE, null);

        assertThat(only().conditions()).containsEntry("status", "PAST_DUE, RENEWAL_PENDING");
        assertThat(only().unnecessary()).isEqualTo(2);
    }

    @Test
    void two_kinds_stay_two_rows_when_one_for_both_would_reach_others() {
        add("a", shrinking(AccountStatus.ACTIVE, 1, 0), LESS, DOWNGRADE, DISCOUNT);
        add("b", shrinking(AccountStatus.ACTIVE, 0, -1), LESS, DOWNGRADE, DISCOUNT);
        add("c", shrinking(AccountStatus.ACTIVE, 0, 0), LESS, DOWNGRADE, null);

        assertThat(proposals()).hasSize(2).allSatisfy(row -> {
            assertThat(row.unnecessary()).isEqualTo(1);
            assertThat(row.alsoMoved()).isZero();
        });
        assertThat(proposals())
                .flatExtracting(ProposedRow::learned)
                .containsExactlyInAnyOrder("products lost", "quantity change");
    }

    @Test
    void a_row_that_cannot_tell_them_apart_says_whom_else_it_moves() {
        ends("a", AccountStatus.CANCELLED, PAUSED);
        ends("b", AccountStatus.CANCELLED, null);
        ends("c", AccountStatus.EXPIRED, null);

        var row = only();

        assertThat(row.placement()).isEqualTo(Placement.BEFORE);
        assertThat(row.conditions()).containsEntry("status", "CANCELLED");
        assertThat(row.alsoMoved()).isEqualTo(1);
        assertThat(row.others()).singleElement().satisfies(others -> {
            assertThat(others.from()).isEqualTo(CANCELLED);
            assertThat(others.to()).isEqualTo(PAUSED);
            assertThat(others.onlyReason()).isFalse();
            assertThat(others.amount()).isEqualByComparingTo("100");
            assertThat(others.examples())
                    .extracting(ProposedRow.Example::account)
                    .containsExactly("b");
        });
    }

    @Test
    void when_nothing_at_all_tells_them_apart_the_row_that_decided_is_to_answer_otherwise() {
        shrinks("a", AccountStatus.ACTIVE, DISCOUNT);
        shrinks("b", AccountStatus.ACTIVE, null);

        var row = only();

        assertThat(row.placement()).isEqualTo(Placement.INSTEAD);
        assertThat(row.learned()).isEmpty();
        assertThat(row.alsoMoved()).isEqualTo(1);
        assertThat(row.others()).singleElement().matches(ProposedRow.Others::onlyReason);
    }

    @Test
    void a_row_whose_every_movement_was_overridden_asks_only_for_what_happened() {
        add("a", shrinking(AccountStatus.ACTIVE, 1, 0), LESS, DOWNGRADE, DISCOUNT);

        var row = only();

        assertThat(row.learned()).containsExactly("status", "products lost");
        assertThat(row.conditions()).doesNotContainKey("quantity change");
    }

    @Test
    void movements_that_no_row_took_get_a_last_row_that_their_class_can_bear() {
        add("a", ending(AccountStatus.PAUSED), 0, new Answer(MovementClass.UNCLASSIFIED, Reason.OTHER), CANCELLED);

        var row = only();

        assertThat(row.placement()).isEqualTo(Placement.LAST);
        assertThat(row.conditions())
                .containsEntry("opening", "> 0")
                .containsEntry("closing", "== 0")
                .containsEntry("status", "PAUSED");
    }

    @Test
    void people_who_said_yet_something_else_speak_against_the_row() {
        ends("a", AccountStatus.CANCELLED, PAUSED);
        ends("b", AccountStatus.CANCELLED, PAUSED);
        ends("c", AccountStatus.CANCELLED, new Answer(MovementClass.CONTRACTION, Reason.PRODUCT_LOST));

        assertThat(proposals())
                .first()
                .returns(2L, ProposedRow::unnecessary)
                .returns(1L, ProposedRow::contradicted)
                .returns(0L, ProposedRow::alsoMoved);
    }

    @Test
    void who_only_confirms_the_table_is_no_override_and_excluded_movements_teach_nothing() {
        ends("a", AccountStatus.CANCELLED, CANCELLED);
        tally.add(decided("b", ending(AccountStatus.CANCELLED), ENDED, CANCELLED, PAUSED, true));

        assertThat(proposals()).isEmpty();
        assertThat(tally.overrides()).isZero();
    }

    @Test
    void movements_of_other_rows_are_never_touched() {
        ends("a", AccountStatus.CANCELLED, PAUSED);
        for (int i = 0; i < 100; i++) {
            shrinks("other" + i, AccountStatus.ACTIVE, null);
        }

        assertThat(only().alsoMoved()).isZero();
    }

    @Test
    void however_many_movements_there_are_only_the_largest_are_named() {
        for (int i = 0; i < 500; i++) {
            shrinks("a" + i, AccountStatus.PAST_DUE, DISCOUNT);
            shrinks("b" + i, AccountStatus.ACTIVE, null);
        }

        assertThat(only().unnecessary()).isEqualTo(500);
        assertThat(only().overridden()).hasSize(12);
        assertThat(tally.observations()).hasSize(2);
    }

    private ProposedRow only() {
        assertThat(proposals()).hasSize(1);
        return proposals().getFirst();
    }

    private List<ProposedRow> proposals() {
        return Proposals.from(
                tally.observations(),
                row -> switch (row) {
                    case LESS -> ASKS_LESS;
                    case ENDED -> ASKS_ENDED;
                    default -> Map.of();
                },
                _ -> false);
    }

    private void shrinks(String account, AccountStatus status, @Nullable Answer chosen) {
        add(account, shrinking(status, 0, 0), LESS, DOWNGRADE, chosen);
    }

    private void ends(String account, AccountStatus status, @Nullable Answer chosen) {
        add(account, ending(status), ENDED, CANCELLED, chosen);
    }

    private void add(String account, MovementFact fact, int row, Answer ruled, @Nullable Answer chosen) {
        tally.add(decided(account, fact, row, ruled, chosen, false));
    }

    private static DecidedFact decided(
            String account, MovementFact fact, int row, Answer ruled, @Nullable Answer chosen, boolean excluded) {
        var reason = chosen == null || chosen.reason() == null ? Reason.OTHER : chosen.reason();
        return new DecidedFact(
                account,
                account,
                "",
                fact,
                new Verdict(ruled.movementClass(), ruled.reason(), "movement-classification", 1, row),
                chosen == null ? null : new Chosen(chosen.movementClass(), reason, "someone", "because"),
                excluded);
    }

    private MovementFact shrinking(AccountStatus status, int productsLost, int quantityChange) {
        return fact(2_000_000, 1_000_000, status, productsLost, quantityChange);
    }

    private MovementFact ending(AccountStatus status) {
        return fact(1_000_000, 0, status, 1, 0);
    }

    private MovementFact fact(long opening, long closing, AccountStatus status, int productsLost, int quantityChange) {
        return new MovementFact(
                ++id,
                Grain.ACCOUNT,
                opening,
                closing,
                true,
                true,
                status,
                opening > 0,
                closing > 0,
                0,
                productsLost,
                0,
                productsLost,
                quantityChange,
                0,
                Pause.CHURN,
                FullDiscount.CHURN);
    }
}
