package dev.tieout.backtest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.Change;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import dev.tieout.terms.Reason;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What screens say of back-tests. */
final class BackTestWords {

    private BackTestWords() {}

    /** A class or cause as people read it. */
    static String outcome(String name) {
        if (name.equals(Change.NONE)) {
            return "No movement";
        }
        return constant(MovementClass.values(), name)
                .or(() -> constant(VarianceCause.values(), name))
                .orElse(name);
    }

    static String reason(@Nullable String name) {
        return name == null ? "" : constant(Reason.values(), name).orElse(name);
    }

    private static <E extends Enum<E>> Optional<String> constant(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .map(Words::of);
    }

    static Tag tag(BackTest test) {
        return switch (test.state()) {
            case RUNNING -> new Tag("Running", Tone.NEUTRAL);
            case FAILED -> new Tag("Failed", Tone.BAD);
            case DONE -> test.stale() ? new Tag("Outdated", Tone.ATTENTION) : new Tag("Done", Tone.GOOD);
        };
    }

    /** {@code 98.20 % → 97.80 %} with the points below, or the one ratio when nothing changes. */
    static Component ratios(Optional<Ratio> before, Optional<Ratio> after) {
        var told = Format.percent(before).equals(Format.percent(after))
                ? Format.percent(before)
                : Format.percent(before) + " → " + Format.percent(after);
        var lines = new Div(new Span(told));
        lines.addClassName("two-lines");
        if (before.isPresent()
                && after.isPresent()
                && after.get().minus(before.get()).numerator().signum() != 0) {
            var points = new Span(after.get().minus(before.get()).points() + " points");
            points.addClassName("quiet");
            lines.add(points);
        }
        return lines;
    }
}
