package dev.tieout.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTests {

    @ParameterizedTest
    @CsvSource({
        "1100000, 1000000, 1.100000, 110.00 %",
        "950000, 1000000, 0.950000, 95.00 %",
        "1, 3, 0.333333, 33.33 %",
        "2, 3, 0.666667, 66.67 %",
        "0, 5, 0.000000, 0.00 %",
        // Halves go to the even neighbour, so that many roundings do not drift.
        "0.00000050, 1, 0.000000, 0.00 %",
        "0.00000150, 1, 0.000002, 0.00 %",
        "0.00005, 1, 0.000050, 0.00 %",
        "0.00015, 1, 0.000150, 0.02 %"
    })
    void a_ratio_is_rounded_once_half_to_even(
            BigDecimal numerator, BigDecimal denominator, BigDecimal decimal, String percent) {
        var ratio = Ratio.of(numerator, denominator).orElseThrow();

        assertThat(ratio.decimal()).isEqualByComparingTo(decimal).hasToString(decimal.toPlainString());
        assertThat(ratio.percent()).isEqualTo(percent);
    }

    @Test
    void without_a_base_there_is_no_ratio() {
        assertThat(Ratio.of(BigDecimal.TEN, new BigDecimal("0.00"))).isEmpty();
    }

    @Test
    void comparison_is_exact_where_the_rounded_figures_agree() {
        var third = new Ratio(BigDecimal.ONE, BigDecimal.valueOf(3));
        var aHairMore = new Ratio(new BigDecimal("0.33333334"), BigDecimal.ONE);

        assertThat(aHairMore.decimal()).isEqualByComparingTo(third.decimal());
        assertThat(aHairMore.exceeds(third)).isTrue();
        assertThat(third.exceeds(third)).isFalse();
    }
}
