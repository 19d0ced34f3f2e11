package dev.tieout.exports.internal;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeStep;
import dev.tieout.metrics.BridgeStep.Kind;
import dev.tieout.web.ui.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bars of a bridge stand within a frame, measured from its top left. The floating-point numbers place bars and nothing else;
 * what is written beside them comes from exact amounts.
 */
public record BridgeLayout(double width, double height, double ground, List<Bar> bars) {

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
            double from = step.kind() == Kind.BALANCE ? 0 : level;
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
        return new BridgeLayout(width, height, scale.at(0), bars);
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
            double low = 0;
            double high = 0;
            for (var step : steps) {
                level = step.kind() == Kind.BALANCE
                        ? step.amount().doubleValue()
                        : level + step.amount().doubleValue();
                low = Math.min(low, level);
                high = Math.max(high, level);
            }
            return new Scale(low, high > low ? high : low + 1, height);
        }

        double at(double amount) {
            return HEAD + (high - amount) / (high - low) * (height - HEAD - FOOT);
        }
    }
}
