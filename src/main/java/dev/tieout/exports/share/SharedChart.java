package dev.tieout.exports.share;

import static dev.tieout.exports.share.Html.escaped;

import dev.tieout.exports.internal.BridgeLayout;
import dev.tieout.exports.internal.BridgeLayout.Bar;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeStep.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bridge as SVG, drawn on the server: the same bars as in the PDF. */
final class SharedChart {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 280;

    private SharedChart() {}

    static String svg(Bridge bridge, String currency) {
        var layout = BridgeLayout.of(bridge, currency, WIDTH, HEIGHT);
        var svg = new StringBuilder(
                "<svg viewBox=\"0 0 860 280\" role=\"img\" aria-label=\"Bridge from opening to closing in "
                        + escaped(currency) + "; the table has the same amounts\">");
        svg.append(line(0, layout.ground(), WIDTH, layout.ground(), "#cfd6dd", 1));
        Bar previous = null;
        for (var bar : layout.bars()) {
            svg.append(bar(bar, previous, layout.height()));
            if (layout.cut().isPresent() && bar.kind() == Kind.BALANCE) {
                svg.append(cut(bar, layout.ground() - 20));
            }
            previous = bar;
        }
        svg.append("</svg>");
        layout.cut()
                .ifPresent(sentence -> svg.append("<p class=\"quiet small\">")
                        .append(escaped(sentence))
                        .append("</p>"));
        return svg.toString();
    }

    /** Two strokes across a bar that is shorter than its amount. */
    private static String cut(Bar bar, double at) {
        double left = bar.left() - 3;
        double right = bar.left() + bar.width() + 3;
        return line(left, at + 3, right, at - 4, "#ffffff", 2.4) + line(left, at + 9, right, at + 2, "#ffffff", 2.4);
    }

    private static String bar(Bar bar, @Nullable Bar previous, double height) {
        var colour = switch (bar.kind()) {
            case BALANCE -> "#1f4e79";
            case UP -> "#3a8a5c";
            case DOWN -> "#b8453d";
        };
        var connector = previous == null
                ? ""
                : line(
                        previous.left() + previous.width(),
                        previous.level(),
                        bar.left(),
                        previous.level(),
                        "#9aa5b1",
                        1);
        return connector
                + "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                        .formatted(
                                number(bar.left()),
                                number(bar.top()),
                                number(bar.width()),
                                number(bar.bottom() - bar.top()),
                                colour)
                + text(bar.middle(), bar.top() - 5, "#1d2733", "600", bar.amount())
                + text(bar.middle(), height - 3, "#55606e", "400", bar.name());
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, double width) {
        return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
                .formatted(number(x1), number(y1), number(x2), number(y2), colour, number(width));
    }

    private static String text(double x, double y, String colour, String weight, String text) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-size=\"12\" font-weight=\"%s\" fill=\"%s\">%s</text>"
                .formatted(number(x), number(y), weight, colour, escaped(text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
