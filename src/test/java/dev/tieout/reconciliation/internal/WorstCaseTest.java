package dev.tieout.reconciliation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.metrics.Bridge;
import dev.tieout.reconciliation.internal.OpenAmounts.Reach;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorstCaseTest {

    private static Bridge bridge(String opening, String expansion, String contraction) {
        var zero = BigDecimal.ZERO;
        return new Bridge(
                "",
                "",
                new BigDecimal(opening),
                zero,
                zero,
                new BigDecimal(expansion),
                new BigDecimal(contraction),
                zero,
                zero,
                new BigDecimal(opening).add(new BigDecimal(expansion)).subtract(new BigDecimal(contraction)),
                new Bridge.Accounts(1, 1, 0, 0, 0, 0, 0, 0));
    }

    private static Reach reach(int nrrDown, int nrrUp, int grrDown, int grrUp) {
        return new Reach(
                1,
                BigDecimal.valueOf(nrrUp),
                BigDecimal.valueOf(nrrDown),
                BigDecimal.valueOf(nrrUp),
                BigDecimal.valueOf(grrDown),
                BigDecimal.valueOf(grrUp));
    }

    private static String text(@Nullable Ratio ratio) {
        return ratio == null ? "none" : ratio.decimal().toPlainString();
    }

    @Test
    void the_range_lies_around_the_computed_ratio() {
        var open = WorstCase.of(reach(50, 50, 50, 20), Optional.of(bridge("1000", "100", "40")), false);
        assertThat(text(open.nrrLow())).isEqualTo("1.010000");
        assertThat(text(open.nrrHigh())).isEqualTo("1.110000");
        assertThat(text(open.grrLow())).isEqualTo("0.910000");
        assertThat(text(open.grrHigh())).isEqualTo("0.980000");
    }

    @Test
    void nothing_open_is_no_range() {
        var open = WorstCase.of(reach(0, 0, 0, 0), Optional.of(bridge("3", "1", "0")), false);
        assertThat(open.nrrLow()).isEqualTo(open.nrrHigh());
        assertThat(text(open.nrrLow())).isEqualTo("1.333333");
    }

    @Test
    void grr_stays_between_nothing_and_one_whatever_is_open() {
        var open = WorstCase.of(reach(9000, 9000, 9000, 9000), Optional.of(bridge("1000", "0", "40")), false);
        assertThat(text(open.grrLow())).isEqualTo("0.000000");
        assertThat(text(open.grrHigh())).isEqualTo("1.000000");
        assertThat(text(open.nrrLow())).isEqualTo("0.000000");
    }

    @Test
    void without_a_base_or_figures_there_is_no_range() {
        assertThat(WorstCase.of(reach(5, 5, 5, 5), Optional.of(bridge("0", "0", "0")), false)
                        .nrrLow())
                .isNull();
        assertThat(WorstCase.of(reach(5, 5, 5, 5), Optional.empty(), false).grrHigh())
                .isNull();
    }
}
