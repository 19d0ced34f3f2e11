package dev.tieout.publication;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a period's report says otherwise than another: every line of the bridge, the ratios, the stamps, and how many
 * movements differ.
 *
 * @param lines every line of the bridge, also those that are the same
 * @param nrrSteps what each line did to NRR, in the order of the bridge, those without effect left out; they sum exactly to the change of
 *     NRR. Empty without a base
 * @param stamps those that differ
 * @param movements how many movements differ: accounts, or at line grain lines
 */
public record VersionDifference(
        Publication from,
        Publication to,
        List<Line> lines,
        Change nrr,
        Change grr,
        Change logoRetention,
        List<Step> nrrSteps,
        List<Stamp> stamps,
        long movements) {

    private static final List<BridgeLine> IN_NRR =
            List.of(BridgeLine.REACTIVATION, BridgeLine.EXPANSION, BridgeLine.CONTRACTION, BridgeLine.CHURN);

    /** The difference of two versions of the same close, from their bridges. */
    public static VersionDifference of(
            Publication from, Bridge before, Publication to, Bridge after, List<Stamp> stamps, long movements) {
        boolean counts = to.stamps().reactivationInNrr();
        return new VersionDifference(
                from,
                to,
                Arrays.stream(BridgeLine.values())
                        .map(line -> new Line(line, line.of(before), line.of(after)))
                        .toList(),
                Change.of(before.nrr(from.stamps().reactivationInNrr()), after.nrr(counts)),
                Change.of(before.grr(), after.grr()),
                Change.of(before.logoRetention(), after.logoRetention()),
                steps(before, after, counts),
                stamps,
                movements);
    }

    /**
     * NRR is 1 + (expansion − contraction − churn, and reactivation when it counts) / opening. A changed opening spreads the former gains
     * and losses over another base; then each line adds its own change over the new base.
     */
    private static List<Step> steps(Bridge before, Bridge after, boolean countReactivation) {
        if (before.opening().signum() == 0 || after.opening().signum() == 0) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        var net = IN_NRR.stream()
                .map(line -> gain(line, before, countReactivation))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        steps.add(
                new Step(BridgeLine.OPENING, new Ratio(net, after.opening()).minus(new Ratio(net, before.opening()))));
        for (var line : IN_NRR) {
            var change = gain(line, after, countReactivation).subtract(gain(line, before, countReactivation));
            steps.add(new Step(line, new Ratio(change, after.opening())));
        }
        return steps.stream()
                .filter(step -> step.effect().numerator().signum() != 0)
                .toList();
    }

    private static BigDecimal gain(BridgeLine line, Bridge bridge, boolean countReactivation) {
        if (line == BridgeLine.REACTIVATION && !countReactivation) {
            return BigDecimal.ZERO;
        }
        return line.signed(bridge);
    }

    /** A line of the bridge in both versions. */
    public record Line(BridgeLine line, BigDecimal from, BigDecimal to) {

        public BigDecimal change() {
            return to.subtract(from);
        }
    }

    /**
     * A ratio in both versions.
     *
     * @param from null without a base
     */
    public record Change(@Nullable Ratio from, @Nullable Ratio to) {

        static Change of(Optional<Ratio> from, Optional<Ratio> to) {
            return new Change(from.orElse(null), to.orElse(null));
        }

        /** To less from, exactly; empty when either has no base. */
        public Optional<Ratio> difference() {
            return from == null || to == null ? Optional.empty() : Optional.of(to.minus(from));
        }
    }

    /** What a line did to NRR, as a part of the whole: 0.01 is one percentage point. */
    public record Step(BridgeLine line, Ratio effect) {}

    /** A stamp that is not the same in both versions, as text. */
    public record Stamp(String name, String from, String to) {}
}
