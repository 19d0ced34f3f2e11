package dev.tieout.rules.internal;

import static dev.tieout.rules.internal.Movement.account;
import static dev.tieout.rules.internal.Movement.line;
import static dev.tieout.terms.AccountStatus.ABSENT;
import static dev.tieout.terms.AccountStatus.CANCELLED;
import static dev.tieout.terms.AccountStatus.EXPIRED;
import static dev.tieout.terms.AccountStatus.PAST_DUE;
import static dev.tieout.terms.AccountStatus.PAUSED;
import static dev.tieout.terms.AccountStatus.RENEWAL_PENDING;
import static dev.tieout.terms.AccountStatus.TRIAL;
import static dev.tieout.terms.AccountStatus.UNPAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.MovementDecision;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One case for each row of {@code rules/movement-classification.csv}, in its order. */
class MovementTableTest {

    private static final DecisionTable TABLE = CanonicalTables.decisionTable(Schemas.MOVEMENT);
    private static final Decisions DECISIONS = new Decisions();

    @ParameterizedTest(name = "row {0}: {1}")
    @MethodSource("everyRow")
    void takes(int row, String answer, Movement movement) {
        assertThat(said(decide(movement))).isEqualTo(answer + " by row " + row);
    }

    static Stream<Arguments> everyRow() {
        return Stream.of(ofLines(), outsideTheCohort(), leaving(), carried(), growing(), shrinking())
                .flatMap(List::stream);
    }

    private static List<Arguments> ofLines() {
        return List.of(
                arguments(1, "EXPANSION, CROSS_SELL", line(0, 10).accountWasActive()),
                arguments(2, "CONTRACTION, PAUSED", line(10, 0).accountStays().status(PAUSED)),
                arguments(
                        3,
                        "CONTRACTION, DISCOUNT_ADDED",
                        line(10, 0).accountStays().discount(1)),
                arguments(
                        4,
                        "CONTRACTION, PRODUCT_LOST, review",
                        line(10, 0).accountStays().status(ABSENT)),
                arguments(
                        5,
                        "CONTRACTION, PRODUCT_LOST",
                        line(10, 0).accountStays().status(CANCELLED)));
    }

    private static List<Arguments> outsideTheCohort() {
        return List.of(
                arguments(6, "NEW, NEW_LOGO", account(0, 10)),
                arguments(7, "REACTIVATION, RETURNED", account(0, 10).onceACustomer()),
                arguments(8, "NEW, RETURNED", account(0, 10).onceACustomer().tooLongAgo()),
                arguments(9, "RENEWAL, OTHER", account(0, 0).status(TRIAL)));
    }

    private static List<Arguments> leaving() {
        return List.of(
                arguments(10, "CHURN, ABSENT, review", account(10, 0).status(ABSENT)),
                arguments(
                        11, "CONTRACTION, PAUSED", account(10, 0).status(PAUSED).pausesAre(Pause.CONTRACTION)),
                arguments(12, "CHURN, PAUSED", account(10, 0).status(PAUSED).pausesAre(Pause.CHURN)),
                arguments(13, "CONTRACTION, DISCOUNT_ADDED", account(10, 0).discount(1)),
                arguments(
                        14, "CHURN, DISCOUNT_ADDED", account(10, 0).discount(1).fullDiscountsAre(FullDiscount.CHURN)),
                arguments(15, "CHURN, CANCELLED", account(10, 0).status(CANCELLED)),
                arguments(16, "CHURN, EXPIRED", account(10, 0).status(EXPIRED)),
                arguments(17, "CHURN, EXPIRED, review", account(10, 0).status(RENEWAL_PENDING)),
                arguments(18, "CHURN, NON_PAYMENT", account(10, 0).status(UNPAID)),
                arguments(19, "CHURN, NON_PAYMENT, review", account(10, 0).status(PAST_DUE)));
    }

    private static List<Arguments> carried() {
        return List.of(
                arguments(20, "RENEWAL, LATE_RENEWAL, review", account(10, 10).status(RENEWAL_PENDING)),
                arguments(21, "RENEWAL, PAUSED", account(10, 10).status(PAUSED).pausesAre(Pause.KEEP)),
                arguments(22, "RENEWAL, PAUSED, review", account(10, 10).status(PAUSED)),
                arguments(23, "RENEWAL, RENEWED, review", account(10, 10).status(CANCELLED)),
                arguments(24, "RENEWAL, RENEWED", account(10, 10)));
    }

    private static List<Arguments> growing() {
        return List.of(
                arguments(25, "EXPANSION, CROSS_SELL", account(10, 20).products(1, 0)),
                arguments(26, "EXPANSION, UPGRADE", account(10, 20).products(1, 1)),
                arguments(27, "EXPANSION, CROSS_SELL", account(10, 20).lines(1, 0)),
                arguments(28, "EXPANSION, SEATS", account(10, 20).quantity(1)),
                arguments(29, "EXPANSION, DISCOUNT_ENDED", account(10, 20).discount(-1)),
                arguments(30, "EXPANSION, PRICE_UPLIFT", account(10, 20)));
    }

    private static List<Arguments> shrinking() {
        return List.of(
                arguments(31, "CONTRACTION, PAUSED", account(20, 10).status(PAUSED)),
                arguments(32, "CONTRACTION, PRODUCT_LOST", account(20, 10).products(0, 1)),
                arguments(33, "CONTRACTION, DOWNGRADE", account(20, 10).products(1, 1)),
                arguments(34, "CONTRACTION, PRODUCT_LOST", account(20, 10).lines(0, 1)),
                arguments(35, "CONTRACTION, SEATS_LOST", account(20, 10).quantity(-1)),
                arguments(36, "CONTRACTION, DISCOUNT_ADDED", account(20, 10).discount(1)),
                arguments(37, "CONTRACTION, DOWNGRADE", account(20, 10)));
    }

    @Test
    void every_row_has_its_case() {
        assertThat(everyRow().map(row -> row.get()[0]).toList())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, TABLE.rows().size()).boxed().toList());
    }

    @Test
    void an_active_account_that_pays_nothing_without_a_discount_is_left_to_a_person() {
        assertThat(said(decide(account(10, 0)))).isEqualTo("UNCLASSIFIED, OTHER, review by row 0");
    }

    @Test
    void a_pause_that_the_policy_keeps_but_that_closes_at_nothing_is_left_to_a_person() {
        var paused = account(10, 0).status(PAUSED).pausesAre(Pause.KEEP);
        assertThat(said(decide(paused))).isEqualTo("UNCLASSIFIED, OTHER, review by row 0");
    }

    @Test
    void the_last_line_of_an_account_is_churn() {
        assertThat(said(decide(line(10, 0).status(CANCELLED)))).isEqualTo("CHURN, CANCELLED by row 15");
    }

    @Test
    void a_line_of_an_account_outside_the_cohort_is_new_like_its_account() {
        assertThat(said(decide(line(0, 10)))).isEqualTo("NEW, NEW_LOGO by row 6");
    }

    private static MovementDecision decide(Movement movement) {
        return DECISIONS.classify(TABLE, 1, List.of(movement.fact())).getFirst();
    }

    private static String said(MovementDecision decision) {
        return decision.movementClass() + ", " + decision.reason() + (decision.review() ? ", review" : "") + " by row "
                + decision.row();
    }
}
