package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.metrics.ui.RatioBridge;
import dev.tieout.metrics.ui.RatioBridge.Bar;
import dev.tieout.publication.VersionDifference;
import dev.tieout.publication.VersionDifference.Change;
import dev.tieout.publication.VersionDifference.Line;
import dev.tieout.publication.VersionDifference.Stamp;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one version says otherwise than another: ratios, the way from one NRR to the other, every line, stamps. */
final class DifferencePanel extends Div {

    private static final Pattern PARTS = Pattern.compile("; ");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern HASH = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

    private final VersionDifference difference;
    private final Format format;

    DifferencePanel(VersionDifference difference, Format format) {
        this.difference = difference;
        this.format = format;
        addClassName("stack");
        setId("difference");
        add(ratios());
        if (difference.nrrSteps().isEmpty()) {
            add(Panel.quiet("NRR is the same in both versions."));
        }
        var both = new Div();
        both.addClassName("stack");
        var nrr = difference.nrr();
        if (nrr.from() != null && nrr.to() != null && !difference.nrrSteps().isEmpty()) {
            both.add(chart(nrr.from(), nrr.to()));
        }
        both.add(lines());
        add(both);
        add(stamps());
    }

    private Component ratios() {
        return Facts.headline()
                .fact("NRR", told(difference.nrr()), points(difference.nrr()))
                .fact("GRR", told(difference.grr()), points(difference.grr()))
                .fact("Logo retention", told(difference.logoRetention()), points(difference.logoRetention()));
    }

    private static Component told(Change change) {
        return new Span(percent(change.from()) + " → " + percent(change.to()));
    }

    private static String percent(@Nullable Ratio ratio) {
        return Format.percent(Optional.ofNullable(ratio));
    }

    private static Component points(Change change) {
        var points =
                new Span(change.difference().map(by -> by.points() + " points").orElse(""));
        points.addClassName("quiet");
        return points;
    }

    private Component chart(Ratio from, Ratio to) {
        var start = "Version " + difference.from().version();
        var end = "Version " + difference.to().version();
        return new RatioBridge(
                "NRR from " + start + " to " + end,
                new Bar(start, from),
                difference.nrrSteps().stream()
                        .map(step -> new Bar(step.line().title(), step.effect()))
                        .toList(),
                new Bar(end, to));
    }

    private Component lines() {
        var currency = difference.to().currency();
        return new DataTable<Line>("Every line of the bridge in both versions")
                .text("Line", line -> line.line().title())
                .number(
                        "Version " + difference.from().version() + ", " + currency,
                        line -> Format.amount(line.line().signed(line.from()), currency))
                .number(
                        "Version " + difference.to().version() + ", " + currency,
                        line -> Format.amount(line.line().signed(line.to()), currency))
                .number(
                        "Change",
                        line -> line.change().signum() == 0
                                ? Format.NONE
                                : Format.signed(line.line().signed(line.change()), currency))
                .number("NRR, points", this::effect)
                .rows(difference.lines());
    }

    private String effect(Line line) {
        return difference.nrrSteps().stream()
                .filter(step -> step.line() == line.line())
                .findFirst()
                .map(step -> step.effect().points())
                .orElse(Format.NONE);
    }

    private Component stamps() {
        if (difference.stamps().isEmpty()) {
            return Panel.quiet("Both versions carry the same stamps.");
        }
        return new DataTable<Stamp>("Stamps that differ")
                .text("Stamp", stamp -> Words.label(stamp.name()))
                .cell("Version " + difference.from().version(), stamp -> shortened(stamp.from()))
                .cell("Version " + difference.to().version(), stamp -> shortened(stamp.to()))
                .rows(difference.stamps());
    }

    /** One thing a line, hashes by their beginning, moments in the organisation's time zone. */
    private Component shortened(String text) {
        var lines = new Div();
        lines.addClassName("two-lines");
        PARTS.splitAsStream(text).forEach(part -> {
            var timed = MOMENT.matcher(part).replaceAll(found -> format.at(Instant.parse(found.group())));
            var line = new Span(HASH.matcher(timed).replaceAll("$1…"));
            line.getElement().setAttribute("title", part);
            lines.add(line);
        });
        return lines;
    }
}
