package dev.tieout.findings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Figure;
import dev.tieout.findings.Finding.Kind;
import dev.tieout.findings.internal.Reading.Figures;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.LargestAccounts.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands out, from two bridges of an opening of 100,000 and the largest accounts; each point is 1,000. */
class FindingsTest {

    private static final String OPENING = "100000";

    private List<Share> largestExpansion = List.of();
    private List<Share> largestLoss = List.of();
    private List<Share> largestOpening = List.of();

    private List<Finding> read(@Nullable Bridge before, Bridge now) {
        return ReadFindings.of(new Reading(
                new Figures("2026-10", now, false),
                Optional.ofNullable(before).map(bridge -> new Figures("2026-09", bridge, false)),
                "USD",
                (lines, limit) -> accounts(lines)));
    }

    private List<Share> accounts(Set<BridgeLine> lines) {
        if (lines.contains(BridgeLine.EXPANSION)) {
            return largestExpansion;
        }
        return lines.contains(BridgeLine.OPENING) ? largestOpening : largestLoss;
    }

    private static Bridge bridge(String expansion, String contraction, String churn) {
        return bridge(OPENING, "0", expansion, contraction, churn);
    }

    private static Bridge bridge(String opening, String added, String expansion, String contraction, String churn) {
        return new Bridge(
                "",
                "",
                new BigDecimal(opening),
                new BigDecimal(added),
                BigDecimal.ZERO,
                new BigDecimal(expansion),
                new BigDecimal(contraction),
                new BigDecimal(churn),
                BigDecimal.ZERO,
                new BigDecimal(opening)
                        .add(new BigDecimal(added))
                        .add(new BigDecimal(expansion))
                        .subtract(new BigDecimal(contraction))
                        .subtract(new BigDecimal(churn)),
                new Bridge.Accounts(0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static List<Share> share(String name, String amount) {
        return List.of(new Share(name, name, new BigDecimal(amount)));
    }

    private static List<Kind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    @Test
    void grr_that_falls_by_a_point_under_a_stable_nrr_stands_out() {
        largestLoss = share("Acme", "900");
        var found = read(bridge("4000", "1000", "1000"), bridge("5000", "1000", "2000"));
        assertThat(kinds(found)).contains(Kind.GRR_FALLING_UNDER_STABLE_NRR).doesNotContain(Kind.NRR_STALLED);
        assertThat(found.getFirst().sentence())
                .isEqualTo(
                        "GRR fell from 98.00 % in 2026-09 to 97.00 %, while NRR stayed at 102.00 %: expansion covers up"
                                + " that more of the base is lost. Contraction and churn came to 3,000.00 USD.");
        assertThat(found.getFirst().accounts()).isEqualTo(largestLoss);
        assertThat(found.getFirst().figures())
                .extracting(figure -> figure instanceof Figure.Proportion(var name, var before, var now)
                        ? name + " " + Objects.requireNonNull(before).percent() + " " + now.percent()
                        : figure.name())
                .containsExactly("NRR 102.00 % 102.00 %", "GRR 98.00 % 97.00 %");
    }

    @Test
    void a_hair_less_than_a_point_does_not() {
        assertThat(kinds(read(bridge("4000", "1000", "1000"), bridge("4999", "1000", "1999.9999"))))
                .doesNotContain(Kind.GRR_FALLING_UNDER_STABLE_NRR);
    }

    @Test
    void nrr_that_rises_while_grr_falls_stands_out() {
        var found = read(bridge("4000", "1000", "1000"), bridge("9000", "1000", "2000"));
        assertThat(kinds(found)).contains(Kind.NRR_UP_WHILE_GRR_FALLS);
        assertThat(found.getFirst().sentence())
                .startsWith("NRR rose from 102.00 % in 2026-09 to 106.00 %, while GRR fell from 98.00 % to 97.00 %");
    }

    @Test
    void a_base_that_holds_and_does_not_grow_has_stalled() {
        var found = read(bridge("2500", "1000", "1000"), bridge("2400", "1000", "1000"));
        assertThat(kinds(found)).contains(Kind.NRR_STALLED);
        assertThat(found.getFirst().sentence())
                .isEqualTo(
                        "NRR stands at 100.40 % (100.50 % in 2026-09) with a steady GRR of 98.00 %: the base holds and"
                                + " does not grow. Expansion came to 2,400.00 USD.");
    }

    @Test
    void a_steady_nrr_well_above_one_hundred_is_growth_and_no_stall() {
        assertThat(kinds(read(bridge("9000", "1000", "1000"), bridge("9000", "1000", "1000"))))
                .doesNotContain(Kind.NRR_STALLED);
    }

    @Test
    void without_a_period_before_only_concentration_can_stand_out() {
        largestOpening = share("Acme", "40000");
        assertThat(kinds(read(null, bridge("2500", "1000", "1000")))).containsExactly(Kind.OPENING_CONCENTRATED);
    }

    @Test
    void without_a_base_nothing_is_divided() {
        assertThat(read(bridge("0", "500", "0", "0", "0"), bridge("0", "500", "0", "0", "0")))
                .isEmpty();
    }

    @Test
    void a_quarter_of_the_expansion_from_one_account_stands_out_and_less_does_not() {
        largestExpansion = share("Acme", "1000");
        var found = read(null, bridge("4000", "0", "0"));
        assertThat(kinds(found)).containsExactly(Kind.EXPANSION_CONCENTRATED);
        assertThat(found.getFirst().sentence())
                .isEqualTo("Acme alone is 25.00 % of the expansion: 1,000.00 USD of 4,000.00 USD.");
        largestExpansion = share("Acme", "999.9999");
        assertThat(read(null, bridge("4000", "0", "0"))).isEmpty();
    }

    @Test
    void a_line_too_small_to_move_the_ratio_is_not_called_concentrated() {
        largestExpansion = share("Acme", "499");
        assertThat(read(null, bridge("499", "0", "0"))).isEmpty();
    }

    @Test
    void contraction_and_churn_count_together_as_losses() {
        largestLoss = share("Acme", "1500");
        var found = read(null, bridge("0", "1000", "2000"));
        assertThat(kinds(found)).containsExactly(Kind.LOSSES_CONCENTRATED);
        assertThat(found.getFirst().sentence()).startsWith("Acme alone is 50.00 % of contraction and churn together");
    }

    @Test
    void a_tenth_of_the_base_is_what_reporting_standards_want_disclosed() {
        largestOpening = share("Acme", "10000");
        assertThat(kinds(read(null, bridge("0", "0", "0")))).containsExactly(Kind.OPENING_CONCENTRATED);
        largestOpening = share("Acme", "9999.9999");
        assertThat(read(null, bridge("0", "0", "0"))).isEmpty();
    }

    @Test
    void the_line_that_moved_most_is_named_with_both_amounts() {
        var found =
                read(bridge(OPENING, "3000", "9000", "1000", "2000"), bridge(OPENING, "2500", "9000", "1000", "800"));
        assertThat(found)
                .filteredOn(finding -> finding.kind() == Kind.LARGEST_MOVE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .isEqualTo("Churn moved most: 800.00 USD after 2,000.00 USD in 2026-09, 1,200.00 USD less."));
    }

    @Test
    void two_periods_alike_have_no_line_that_moved() {
        var same = bridge("9000", "1000", "1000");
        assertThat(kinds(read(same, same))).doesNotContain(Kind.LARGEST_MOVE);
    }
}
