package dev.tieout.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** A price is a monthly amount by exactly one division, rounded once. */
class IntervalPropertyTest {

    private static final BigDecimal STEP = new BigDecimal("0.0001");

    private static BigDecimal monthly(String interval, BigDecimal price) {
        return Objects.requireNonNull(Interval.parse(interval), interval).monthly(price);
    }

    private static BigDecimal price(String text) {
        return new BigDecimal(text);
    }

    /** How far a month times its number of months in a year is from a year of prices; both without rounding but the one. */
    private static void isNearest(BigDecimal monthly, BigDecimal price, long perYear, long count) {
        var off = monthly.multiply(BigDecimal.valueOf(12 * count))
                .subtract(price.multiply(BigDecimal.valueOf(perYear)))
                .abs();
        assertThat(off.multiply(BigDecimal.TWO)).isLessThanOrEqualTo(STEP.multiply(BigDecimal.valueOf(12 * count)));
        assertThat(monthly.scale()).isEqualTo(4);
    }

    @Property
    void no_interval_is_further_off_than_half_of_the_last_decimal(
            @ForAll @BigRange(min = "0", max = "999999999999999.9999") @Scale(4) BigDecimal price,
            @ForAll @IntRange(min = 1, max = 1000) int count) {
        isNearest(monthly(count + " days", price), price, 365, count);
        isNearest(monthly(count + " weeks", price), price, 52, count);
        isNearest(monthly(count + " months", price), price, 12, count);
        isNearest(monthly(count + " quarters", price), price, 4, count);
        isNearest(monthly(count + " years", price), price, 1, count);
    }

    @Property
    void the_same_term_in_other_words_is_the_same_amount(
            @ForAll @BigRange(min = "0", max = "999999999999.9999") @Scale(4) BigDecimal price,
            @ForAll @IntRange(min = 1, max = 80) int years) {
        var annual = monthly(years + " years", price);
        assertThat(monthly(12 * years + " months", price)).isEqualTo(annual);
        assertThat(monthly(4 * years + " quarters", price)).isEqualTo(annual);
        assertThat(monthly(52 * Math.min(years, 19) + " weeks", price))
                .isEqualTo(monthly(Math.min(years, 19) + " years", price));
        assertThat(monthly("semi-annual", price)).isEqualTo(monthly("6 months", price));
    }

    @Property
    void what_divides_comes_out_exactly_and_adds_up_to_the_year(
            @ForAll @BigRange(min = "0", max = "999999999999.9999") @Scale(4) BigDecimal month,
            @ForAll @IntRange(min = 1, max = 83) int years) {
        var term = month.multiply(BigDecimal.valueOf(12L * years));
        assertThat(monthly(years + " years", term)).isEqualByComparingTo(month);
        assertThat(monthly("month", month)).isEqualByComparingTo(month);
        assertThat(monthly("quarter", month.multiply(BigDecimal.valueOf(3)))).isEqualByComparingTo(month);
    }

    @Property
    void a_price_that_is_higher_is_never_a_lower_month(
            @ForAll @BigRange(min = "0", max = "99999999.9999") @Scale(4) BigDecimal price,
            @ForAll @BigRange(min = "0", max = "99999999.9999") @Scale(4) BigDecimal more,
            @ForAll @IntRange(min = 1, max = 1000) int count) {
        for (var unit : new String[] {"days", "weeks", "months", "years"}) {
            assertThat(monthly(count + " " + unit, price.add(more)))
                    .isGreaterThanOrEqualTo(monthly(count + " " + unit, price));
        }
    }

    /** The expected value is the fraction itself. */
    @Example
    void the_fractions_of_the_format() {
        assertThat(monthly("annual", price("100")))
                .isEqualTo(price("100").divide(price("12"), 4, RoundingMode.HALF_EVEN));
        assertThat(monthly("quarterly", price("100")))
                .isEqualTo(price("100").divide(price("3"), 4, RoundingMode.HALF_EVEN));
        assertThat(monthly("weekly", price("10")))
                .isEqualTo(price("520").divide(price("12"), 4, RoundingMode.HALF_EVEN));
        assertThat(monthly("daily", price("1"))).isEqualTo(price("365").divide(price("12"), 4, RoundingMode.HALF_EVEN));
    }

    /** Halves go to the even digit: 0.0006 / 12 is 0.00005, 0.0018 / 12 is 0.00015. */
    @Example
    void halves_go_to_the_even_digit() {
        assertThat(monthly("annual", price("0.0006"))).isEqualByComparingTo("0.0000");
        assertThat(monthly("annual", price("0.0018"))).isEqualByComparingTo("0.0002");
    }
}
