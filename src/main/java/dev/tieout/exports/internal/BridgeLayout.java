package dev.tieout.exports.internal;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeStep;
import dev.tieout.metrics.BridgeStep.Kind;
import dev.tieout.web.ui.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the bars of a bridge stand within a frame, measured from its top left. The floating-point numbers place bars and nothing else;
 * what is written beside them comes from exact amounts.
 *
 * @param ground where the axis stands
 * @param cut where movements are small beside the balances, the axis does not begin at zero, and this sentence says so
 */
public record BridgeLayout(double width, double height, double ground, List<Bar> bars, Optional<String> cut) {

    private static final double HEAD = 16;
    private static final double FOOT = 18;
    private static final double FILLED = 0.62;
    private static final double THINNEST = 1.2;
    private static final BigDecimal LONG_AMOUNT = new BigDecimal("100000");

    /** One bar; {@code level} is the height at which the next one begins. */
    public record Bar(
            String name, Kind kind, String amount, double left, double width, double top, double bottom, double level) {

        public double middle() {
            return left + width / 2;
        }
    }

    public static BridgeLayout of(Bridge bridge, String currency, double width, double height) {
        var steps = BridgeStep.of(bridge);
        var scale = Scale.of(steps, height);
        // One way of writing for all bars: decimals only where they say something.
        boolean whole = steps.stream().anyMatch(step -> step.amount().abs().compareTo(LONG_AMOUNT) >= 0);
        double slot = width / steps.size();
        var bars = new ArrayList<Bar>();
        double level = 0;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            double from = step.kind() == Kind.BALANCE ? scale.low() : level;
            level = step.kind() == Kind.BALANCE
                    ? step.amount().doubleValue()
                    : level + step.amount().doubleValue();
            double top = scale.at(Math.max(from, level));
            double bottom = scale.at(Math.min(from, level));
            bars.add(new Bar(
                    step.name(),
                    step.kind(),
                    shown(step, currency, whole),
                    slot * i + slot * (1 - FILLED) / 2,
                    slot * FILLED,
                    top,
                    Math.max(bottom, top + THINNEST),
                    scale.at(level)));
        }
        return new BridgeLayout(width, height, scale.at(scale.low()), bars, scale.cut(currency));
    }

    private static String shown(BridgeStep step, String currency, boolean whole) {
        var amount = step.amount();
        if (!whole) {
            return step.kind() == Kind.BALANCE ? Format.amount(amount, currency) : Format.signed(amount, currency);
        }
        var rounded = amount.setScale(0, RoundingMode.HALF_EVEN);
        var text = Format.count(rounded.longValueExact());
        return step.kind() != Kind.BALANCE && rounded.signum() > 0 ? "+" + text : text;
    }

    /** From amounts to heights. */
    private record Scale(double low, double high, double height) {

        static Scale of(List<BridgeStep> steps, double height) {
            double level = 0;
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (var step : steps) {
                level = step.kind() == Kind.BALANCE
                        ? step.amount().doubleValue()
                        : level + step.amount().doubleValue();
                low = Math.min(low, level);
                high = Math.max(high, level);
            }
            return new Scale(ground(low, high), high > Math.max(low, 0) ? high : Math.max(high, 0) + 1, height);
        }

        /** Zero, or a round amount as far below the lowest step as all steps reach, where that leaves most of the balances out. */
        private static double ground(double low, double high) {
            double reach = high - low;
            if (low <= 0 || reach <= 0 || low - reach < high / 2) {
                return Math.min(low, 0);
            }
            double unit = Math.pow(10, Math.floor(Math.log10(reach)));
            return Math.floor((low - reach) / unit) * unit;
        }

        Optional<String> cut(String currency) {
            return low <= 0
                    ? Optional.empty()
                    : Optional.of("The axis begins at " + Format.count(Math.round(low)) + " " + currency
                            + ", so that the steps can be seen; opening and closing are cut.");
        }

        double at(double amount) {
            return HEAD + (high - amount) / (high - low) * (height - HEAD - FOOT);
        }
    }
}
