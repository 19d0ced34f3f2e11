package dev.tieout.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.AccountDifference.Side;
import dev.tieout.publication.Publication.Stamps;
import dev.tieout.publication.Publication.Status;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two versions say differently, from their bridges and movements alone. */
class VersionDifferenceTest {

    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

    private static Bridge bridge(int opening, int added, int reactivation, int expansion, int contraction, int churn) {
        return new Bridge(
                "",
                "",
                BigDecimal.valueOf(opening),
                BigDecimal.valueOf(added),
                BigDecimal.valueOf(reactivation),
                BigDecimal.valueOf(expansion),
                BigDecimal.valueOf(contraction),
                BigDecimal.valueOf(churn),
                BigDecimal.ZERO,
                BigDecimal.valueOf(opening + added + reactivation + expansion - contraction - churn),
                new Bridge.Accounts(10, 9, 1, 0, 1, 1, 1, 0));
    }

    private static VersionDifference between(Bridge before, Bridge after, boolean countReactivation) {
        return VersionDifference.of(
                version(1, countReactivation), before, version(2, countReactivation), after, List.of(), 0);
    }

    private static Publication version(int version, boolean countReactivation) {
        var stamps = new Stamps(
                1, "", 1, countReactivation, Map.of(), Map.of(), "", List.of(), "", NOON, List.of(), List.of());
        return new Publication(
                version,
                1,
                "2026-10",
                version,
                Status.PROVISIONAL,
                "USD",
                NOON,
                0,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                stamps);
    }

    private static void assertStepsLeadFromOneToTheOther(VersionDifference difference) {
        var sum = difference.nrrSteps().stream()
                .map(VersionDifference.Step::effect)
                .reduce(new Ratio(BigDecimal.ZERO, BigDecimal.ONE), (left, right) -> left.minus(negated(right)));
        var change = difference.nrr().difference().orElseThrow();
        assertThat(sum.minus(change).numerator()).isEqualByComparingTo("0");
    }

    private static Ratio negated(Ratio ratio) {
        return new Ratio(ratio.numerator().negate(), ratio.denominator());
    }

    @Test
    void with_the_same_opening_each_line_moves_nrr_by_its_change_over_the_opening() {
        var difference = between(bridge(1000, 50, 0, 100, 40, 10), bridge(1000, 80, 0, 60, 40, 30), false);
        assertThat(difference.nrrSteps())
                .extracting(VersionDifference.Step::line, step -> step.effect().points())
                .containsExactly(Tuple.tuple(BridgeLine.EXPANSION, "−4.00"), Tuple.tuple(BridgeLine.CHURN, "−2.00"));
        assertStepsLeadFromOneToTheOther(difference);
    }

    @Test
    void another_opening_is_a_step_of_its_own_and_the_steps_still_add_up() {
        var difference = between(bridge(3000, 0, 70, 100, 41, 10), bridge(7000, 0, 90, 333, 17, 10), true);
        assertThat(difference.nrrSteps())
                .extracting(VersionDifference.Step::line)
                .containsExactly(
                        BridgeLine.OPENING, BridgeLine.REACTIVATION, BridgeLine.EXPANSION, BridgeLine.CONTRACTION);
        assertStepsLeadFromOneToTheOther(difference);
    }

    @Test
    void without_a_base_there_are_no_steps_and_no_points() {
        var difference = between(bridge(0, 50, 0, 0, 0, 0), bridge(1000, 0, 0, 60, 0, 0), false);
        assertThat(difference.nrrSteps()).isEmpty();
        assertThat(difference.nrr().difference()).isEmpty();
    }

    @Test
    void reclassifying_an_account_takes_from_one_line_what_it_gives_to_another() {
        var difference =
                account(side("0", "70", MovementClass.NEW, null), side("0", "70", MovementClass.REACTIVATION, null));
        assertThat(difference.effects())
                .containsExactly(
                        Map.entry(BridgeLine.NEW, new BigDecimal("-70")),
                        Map.entry(BridgeLine.REACTIVATION, new BigDecimal("70")));
    }

    @Test
    void excluding_an_account_takes_it_out_of_every_line() {
        var difference = account(
                side("500", "400", MovementClass.CONTRACTION, null),
                side("500", "400", MovementClass.CONTRACTION, "Internal"));
        assertThat(difference.effects())
                .containsExactly(
                        Map.entry(BridgeLine.OPENING, new BigDecimal("-500")),
                        Map.entry(BridgeLine.CONTRACTION, new BigDecimal("-100")),
                        Map.entry(BridgeLine.CLOSING, new BigDecimal("-400")));
    }

    @Test
    void an_account_that_only_one_version_has_brings_all_of_its_amounts() {
        assertThat(account(null, side("0", "30", MovementClass.NEW, null)).effects())
                .containsExactly(
                        Map.entry(BridgeLine.NEW, new BigDecimal("30")),
                        Map.entry(BridgeLine.CLOSING, new BigDecimal("30")));
    }

    private static AccountDifference account(@Nullable Side from, @Nullable Side to) {
        return new AccountDifference("A-1", "One", "", from, to);
    }

    private static Side side(String opening, String closing, MovementClass to, @Nullable String exclusion) {
        return new Side(new BigDecimal(opening), new BigDecimal(closing), BigDecimal.ZERO, to, null, exclusion);
    }
}
