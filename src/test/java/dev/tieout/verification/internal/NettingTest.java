package dev.tieout.verification.internal;

import static dev.tieout.verification.internal.Sketch.byAccount;
import static dev.tieout.verification.internal.Sketch.byLine;
import static dev.tieout.verification.internal.Sketch.keepingPauses;
import static dev.tieout.verification.internal.Sketch.lines;
import static dev.tieout.verification.internal.Sketch.unit;
import static dev.tieout.verification.internal.Sketch.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.terms.AccountStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How lines become what is judged, each rule with lines made by hand. */
class NettingTest {

    @Test
    void an_account_nets_its_lines_and_keeps_the_gross_amounts() {
        var unit = unit(
                byAccount(),
                lines("S/Core 100", "S/Extra 40", "T/Core 10"),
                lines("S/Core 180", "S/Extra 0 CANCELLED", "T/Core 10"));

        assertThat(unit.opening()).isEqualByComparingTo("150");
        assertThat(unit.closing()).isEqualByComparingTo("190");
        assertThat(unit.grossUp()).isEqualByComparingTo("80");
        assertThat(unit.grossDown()).isEqualByComparingTo("40");
        assertThat(unit.linesLost()).isOne();
        assertThat(unit.productsLost()).isOne();
    }

    @Test
    void a_line_that_goes_from_one_subscription_to_another_is_added_and_lost_but_its_product_stays() {
        var unit = unit(byAccount(), lines("S/Core 100"), lines("T/Core 100"));

        assertThat(unit.linesAdded()).isOne();
        assertThat(unit.linesLost()).isOne();
        assertThat(unit.productsAdded()).isZero();
        assertThat(unit.productsLost()).isZero();
    }

    @Test
    void at_line_grain_each_line_is_judged_by_itself_in_the_order_of_their_names() {
        var units = units(byLine(), lines("T/Core 100", "S/Core 10"), lines("S/Core 10", "S/New 5"));

        assertThat(units).extracting(Unit::line).containsExactly("S/Core", "S/New", "T/Core");
        assertThat(units).allMatch(Unit::accountWasActive).allMatch(Unit::accountStays);
        assertThat(units.getLast().closing()).isZero();
    }

    @Test
    void what_has_nothing_at_either_end_does_not_move() {
        assertThat(units(byAccount(), List.of(), lines("S/Core 100 TRIAL"))).isEmpty();
        assertThat(units(byLine(), lines("S/Core 9"), lines("S/Core 9", "S/Free 0")))
                .extracting(Unit::line)
                .containsExactly("S/Core");
        assertThat(units(byAccount(), List.of(), List.of())).isEmpty();
    }

    @ParameterizedTest(name = "billed as {0} counts for {1}")
    @CsvSource({
        "ACTIVE, 100",
        "PAST_DUE, 100",
        "RENEWAL_PENDING, 100",
        "PAUSED, 0",
        "TRIAL, 0",
        "UNPAID, 0",
        "EXPIRED, 0",
        "CANCELLED, 0"
    })
    void a_status_says_what_a_line_counts_for(String status, String counts) {
        var unit = unit(byAccount(), lines("S/Core 100"), lines("S/Core 100 " + status));
        assertThat(unit.closing()).isEqualByComparingTo(counts);
        assertThat(unit.status()).isEqualTo(AccountStatus.valueOf(status));
    }

    @Test
    void a_pause_that_the_policy_keeps_counts() {
        var unit = unit(keepingPauses(), lines("S/Core 100"), lines("S/Core 100 PAUSED"));
        assertThat(unit.closing()).isEqualByComparingTo("100");
        assertThat(unit.status()).isEqualTo(AccountStatus.PAUSED);
    }

    @ParameterizedTest(name = "{0} and {1} close above nothing as {2}")
    @CsvSource({
        "ACTIVE, PAST_DUE, PAST_DUE",
        "RENEWAL_PENDING, PAST_DUE, RENEWAL_PENDING",
        "ACTIVE, ACTIVE, ACTIVE",
        "ACTIVE, CANCELLED, ACTIVE"
    })
    void of_an_account_that_stays_the_worst_line_that_counts_decides(String one, String other, String decides) {
        var unit = unit(byAccount(), lines("S/A 10", "S/B 10"), lines("S/A 10 " + one, "S/B 10 " + other));
        assertThat(unit.status()).isEqualTo(AccountStatus.valueOf(decides));
    }

    @Test
    void of_an_account_that_pays_less_a_pause_among_the_losses_decides() {
        var less = unit(byAccount(), lines("S/A 10", "S/B 10"), lines("S/A 10 PAST_DUE", "S/B 10 PAUSED"));
        assertThat(less.status()).isEqualTo(AccountStatus.PAUSED);
        var more = unit(byAccount(), lines("S/A 10", "S/B 10"), lines("S/A 30 PAST_DUE", "S/B 10 PAUSED"));
        assertThat(more.status()).isEqualTo(AccountStatus.PAST_DUE);
    }

    @ParameterizedTest(name = "{0} and {1} close at nothing as {2}")
    @CsvSource({
        "CANCELLED, PAUSED, PAUSED",
        "CANCELLED, EXPIRED, EXPIRED",
        "UNPAID, TRIAL, TRIAL",
        "EXPIRED, UNPAID, UNPAID"
    })
    void of_an_account_that_ends_the_most_alive_line_that_it_loses_decides(String one, String other, String decides) {
        var unit = unit(byAccount(), lines("S/A 10", "S/B 10"), lines("S/A 0 " + one, "S/B 0 " + other));
        assertThat(unit.status()).isEqualTo(AccountStatus.valueOf(decides));
    }

    @Test
    void a_trial_begun_beside_a_lost_line_does_not_decide_for_it() {
        var unit = unit(byAccount(), lines("S/A 10"), lines("S/A 0 CANCELLED", "S/B 0 ACTIVE"));
        assertThat(unit.status()).isEqualTo(AccountStatus.CANCELLED);
    }

    @Test
    void a_lost_line_that_nobody_mentions_takes_the_status_of_what_is_mentioned() {
        var unit = unit(byAccount(), lines("S/A 10"), lines("S/B 0 TRIAL"));
        assertThat(unit.status()).isEqualTo(AccountStatus.TRIAL);
        assertThat(unit.unmentioned()).isTrue();
    }

    @Test
    void a_cohort_account_that_the_snapshot_does_not_mention_is_absent_and_flagged() {
        var unit = unit(byAccount(), lines("S/A 10"), List.of());
        assertThat(unit.status()).isEqualTo(AccountStatus.ABSENT);
        assertThat(unit.unmentioned()).isTrue();
        assertThat(unit.closing()).isZero();
    }

    @Test
    void a_line_not_mentioned_while_the_account_stays_is_no_flag_of_the_account() {
        assertThat(unit(byAccount(), lines("S/A 10", "S/B 10"), lines("S/A 10")).unmentioned())
                .isFalse();
        assertThat(units(byLine(), lines("S/A 10", "S/B 10"), lines("S/A 10"))
                        .getLast()
                        .unmentioned())
                .isTrue();
    }

    @ParameterizedTest(name = "from {0} to {1}: quantity {2}, discount {3}")
    @CsvSource({
        "S/A 10 x5,        S/A 20 x9,        1,  0",
        "S/A 10 x5,        S/A 20 x5,        0,  0",
        "S/A 10 x5,        S/A 5 x2,        -1,  0",
        "S/A 10,           S/A 5 x2,         0,  0",
        "S/A 10 x5,        S/A 5,            0,  0",
        "S/A 10 x5,        S/A 0 x2,         0,  0",
        "S/A 10 -5,        S/A 15,           0, -1",
        "S/A 10,           S/A 5 -5,         0,  1",
        "S/A 10 -5,        S/A 10 -5,        0,  0",
        "S/A 10,           S/A 0 -10,        0,  1",
        "S/A 10 -5,        S/B 10 -9,        0,  0"
    })
    void quantity_counts_for_lines_that_stay_and_discount_for_lines_that_were(
            String then, String now, int quantity, int discount) {
        var unit = unit(byAccount(), lines(then), lines(now));
        assertThat(unit.quantityChange()).isEqualTo(quantity);
        assertThat(unit.discountChange()).isEqualTo(discount);
    }

    @Test
    void changes_of_several_lines_are_added_before_their_sign_is_taken() {
        var unit = unit(byAccount(), lines("S/A 10 x5", "S/B 10 x5"), lines("S/A 10 x9", "S/B 10 x1"));
        assertThat(unit.quantityChange()).isZero();
    }

    @ParameterizedTest(name = "{0}, {1} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {"S;Core;S/Core", "a/b;c;a\\/b/c", "a;b/c;a/b/c", "a\\;c;a\\\\/c", "'';Core;/Core"})
    void two_lines_never_share_a_name(String subscription, String product, String name) {
        var line = Sketch.line("x/y 1");
        var balance = LineBalance.of(
                byAccount(),
                List.of(),
                List.of(new Line(subscription, product, line.mrr(), "USD", AccountStatus.ACTIVE, null, null)));
        assertThat(balance.getFirst().name()).isEqualTo(name);
    }
}
