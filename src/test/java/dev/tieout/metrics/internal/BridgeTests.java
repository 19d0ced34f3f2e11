package dev.tieout.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Bridge.Accounts;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden cases of NRR and GRR; expected values are the fraction itself, rounded HALF_EVEN at six decimals. */
class BridgeTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            nothing moves,                         100,    0, 0,   0,   0,   0, 1.000000, 1.000000, 1.000000
            seed 001,                          1000000, 7000, 0, 150000, 25000, 25000, 1.100000, 1.100000, 0.950000
            expansion only,                        100,    0, 0,  50,   0,   0, 1.500000, 1.500000, 1.000000
            contraction only,                      100,    0, 0,   0,  30,   0, 0.700000, 0.700000, 0.700000
            churn only,                            100,    0, 0,   0,   0,  30, 0.700000, 0.700000, 0.700000
            everything lost,                       100,    0, 0,   0,   0, 100, 0.000000, 0.000000, 0.000000
            new business counts nowhere,           100,  999, 0,   0,   0,   0, 1.000000, 1.000000, 1.000000
            reactivation counts by the switch,     100,    0, 20,  0,   0,   0, 1.000000, 1.200000, 1.000000
            reactivation is never in GRR,          100,    0, 20,  0,  10,   0, 0.900000, 1.100000, 0.900000
            expansion does not mend GRR,           100,    0, 0,  60,  20,  10, 1.300000, 1.300000, 0.700000
            a third is rounded once,                 3,    0, 0,   0,   0,   1, 0.666667, 0.666667, 0.666667
            a tie goes to the even digit,      2000000,    0, 0,   1,   0,   0, 1.000000, 1.000000, 1.000000
            the next tie goes up,              2000000,    0, 0,   3,   0,   0, 1.000002, 1.000002, 1.000000
            ten-thousandths are exact,          0.0003,    0, 0,   0,   0, 0.0001, 0.666667, 0.666667, 0.666667
            no base,                                 0,  500, 40,  0,   0,   0, -, -, -
            """)
    void ratios_are_the_fraction_itself(
            String name,
            BigDecimal opening,
            BigDecimal added,
            BigDecimal reactivation,
            BigDecimal expansion,
            BigDecimal contraction,
            BigDecimal churn,
            @Nullable String nrr,
            @Nullable String nrrWithReactivation,
            @Nullable String grr) {
        var bridge = bridge(opening, added, reactivation, expansion, contraction, churn);
        assertThat(bridge.adds()).isTrue();
        assertThat(text(bridge.nrr(false))).isEqualTo(nrr);
        assertThat(text(bridge.nrr(true))).isEqualTo(nrrWithReactivation);
        assertThat(text(bridge.grr())).isEqualTo(grr);
        assertThat(text(bridge.annual().nrr(false))).isEqualTo(nrr);
        assertThat(text(bridge.annual().grr())).isEqualTo(grr);
        assertThat(Invariants.ofFigures(List.of(bridge))).isEmpty();
    }

    @Test
    void the_annual_view_is_twelve_times_the_same_base() {
        var annual = bridge("100", "7", "5", "20", "10", "15").annual();
        assertThat(annual.opening()).isEqualByComparingTo("1200");
        assertThat(annual.newAmount()).isEqualByComparingTo("84");
        assertThat(annual.closing()).isEqualByComparingTo("1284");
        assertThat(annual.adds()).isTrue();
        assertThat(annual.accounts())
                .isEqualTo(bridge("100", "7", "5", "20", "10", "15").accounts());
    }

    @Test
    void logo_retention_counts_accounts() {
        assertThat(text(bridge("100", "0", "0", "0", "0", "0").logoRetention())).isEqualTo("0.666667");
    }

    private static Bridge bridge(String... amounts) {
        return bridge(
                new BigDecimal(amounts[0]),
                new BigDecimal(amounts[1]),
                new BigDecimal(amounts[2]),
                new BigDecimal(amounts[3]),
                new BigDecimal(amounts[4]),
                new BigDecimal(amounts[5]));
    }

    private static Bridge bridge(
            BigDecimal opening,
            BigDecimal added,
            BigDecimal reactivation,
            BigDecimal expansion,
            BigDecimal contraction,
            BigDecimal churn) {
        var closing = opening.add(added)
                .add(reactivation)
                .add(expansion)
                .subtract(contraction)
                .subtract(churn);
        return new Bridge(
                "",
                "",
                opening,
                added,
                reactivation,
                expansion,
                contraction,
                churn,
                BigDecimal.ZERO,
                closing,
                new Accounts(3, 2, 0, 0, 0, 0, 1, 0));
    }

    private static @Nullable String text(Optional<Ratio> ratio) {
        return ratio.map(Ratio::decimal).map(BigDecimal::toPlainString).orElse(null);
    }
}
