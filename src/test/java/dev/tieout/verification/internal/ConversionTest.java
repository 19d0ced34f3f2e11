package dev.tieout.verification.internal;

import static dev.tieout.verification.internal.Sketch.asReported;
import static dev.tieout.verification.internal.Sketch.byAccount;
import static dev.tieout.verification.internal.Sketch.lines;
import static dev.tieout.verification.internal.Sketch.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Currencies, rounding and the past. */
class ConversionTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0.00005, 0.0000",
        "0.00015, 0.0002",
        "0.00025, 0.0002",
        "0.000250001, 0.0003",
        "2.67495, 2.6750",
        "2.67485, 2.6748",
        "-0.00015, -0.0002",
        "-0.00005, 0.0000",
        "1.23444999, 1.2344"
    })
    void halves_go_to_the_even_neighbour(String amount, String rounded) {
        assertThat(Basis.rounded(new BigDecimal(amount)).toPlainString()).isEqualTo(rounded);
    }

    @Test
    void constant_currency_takes_both_ends_at_the_opening_rate() {
        var unit = unit(byAccount(), lines("S/A 100 EUR"), lines("S/A 120 EUR"));
        assertThat(unit.opening()).isEqualByComparingTo("110");
        assertThat(unit.closing()).isEqualByComparingTo("132");
        assertThat(unit.fx()).isZero();
    }

    @Test
    void as_reported_the_change_of_the_rate_stands_apart() {
        var unit = unit(asReported(), lines("S/A 100 EUR"), lines("S/A 100 EUR"));
        assertThat(unit.opening()).isEqualByComparingTo("110");
        assertThat(unit.closing()).isEqualByComparingTo("110");
        assertThat(unit.change()).isZero();
        assertThat(unit.fx()).isEqualByComparingTo("10");
    }

    @Test
    void a_line_that_ended_has_no_fx() {
        var unit = unit(asReported(), lines("S/A 100 EUR"), lines("S/A 100 EUR CANCELLED"));
        assertThat(unit.fx()).isZero();
    }

    @Test
    void each_line_is_rounded_once_before_lines_are_added() {
        var unit = unit(byAccount(), lines("S/A 0.0015 EUR", "S/B 0.0015 EUR"), List.of());
        // 0.00165 goes to 0.0016 twice; their sum of 0.0033 would have gone to 0.0033.
        assertThat(unit.opening()).isEqualByComparingTo("0.0032");
    }

    @Test
    void a_line_may_change_its_currency() {
        var unit = unit(byAccount(), lines("S/A 110 USD"), lines("S/A 100 EUR"));
        assertThat(unit.change()).isZero();
    }

    @Test
    void an_amount_without_a_rate_is_damage_that_is_named() {
        assertThatExceptionOfType(Difference.class)
                .isThrownBy(() -> unit(byAccount(), lines("S/A 100 CHF"), List.of()))
                .withMessageContaining("CHF");
    }

    @ParameterizedTest(name = "last active {0}, window {1}: ever {2}, within {3}")
    @CsvSource({
        "           ,    , false, true",
        "           ,   3, false, true",
        "2020-01-31 ,    , true,  true",
        "2026-07-01 ,   3, true,  true",
        "2026-06-30 ,   3, true,  false",
        "2026-06-01 ,   3, true,  false",
        "2026-08-31 ,   1, true,  false",
        "2026-09-01 ,   1, true,  true",
        "2025-10-01 ,  12, true,  true"
    })
    void a_returner_is_within_the_window_up_to_its_last_day(
            @Nullable LocalDate lastActive, @Nullable Integer window, boolean ever, boolean within) {
        var basis = Sketch.basis(Grain.ACCOUNT, Fx.CONSTANT, Pause.CHURN, window);
        assertThat(Past.of(lastActive, basis)).isEqualTo(new Past(ever, within));
    }

    @Test
    void an_account_of_the_cohort_was_active_whatever_its_past() {
        var unit = unit(byAccount(), lines("S/A 1"), lines("S/A 1"));
        var fact = unit.fact(1, byAccount().choices(), new Past(false, false));
        assertThat(fact.everActive()).isTrue();
        assertThat(fact.withinReactivationWindow()).isTrue();
        assertThat(fact.opening()).isEqualTo(10_000);
    }
}
