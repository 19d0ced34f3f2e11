package dev.tieout.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.tieout.backtest.Moved;
import dev.tieout.backtest.Outcome;
import dev.tieout.learning.TriedPeriod;
import dev.tieout.terms.Period;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every published period would have come out as with a proposed row. */
final class TriedPanel extends Div {

    TriedPanel(List<TriedPeriod> periods) {
        addClassNames("stack", "tried");
        if (periods.isEmpty()) {
            add(Panel.quiet("No period has been published yet, so there is nothing to test it on."));
            return;
        }
        add(new H3("Back-test"), figures(periods));
        periods.stream().filter(tried -> !tried.moved().isEmpty()).forEach(tried -> add(moved(tried)));
        add(Panel.quiet(
                "Decided again from the lines that were published, with people’s overrides as they stood. Published"
                        + " versions never change by it."));
    }

    private static Component figures(List<TriedPeriod> periods) {
        var table = new DataTable<TriedPeriod>("Published periods with the proposed row")
                .text("Period", tried -> Words.of(Period.parse(tried.period().period())))
                .number("NRR", told(outcome -> both(outcome.nrrBefore(), outcome.nrrAfter())))
                .number("GRR", told(outcome -> both(outcome.grrBefore(), outcome.grrAfter())))
                .number(
                        "Accounts that change class",
                        told(outcome -> Format.count(outcome.tally().changedAccounts())))
                .number("Amount", told(TriedPanel::amount))
                .number(
                        "Movements that change reason only",
                        told(outcome -> Format.count(outcome.tally().reasonChanges())));
        if (periods.stream().anyMatch(tried -> tried.notReplayed() != null)) {
            table.text("To know", tried -> Objects.requireNonNullElse(tried.notReplayed(), ""));
        }
        return table.rows(periods);
    }

    private static Function<TriedPeriod, String> told(Function<Outcome, String> figure) {
        return tried -> {
            var outcome = tried.outcome();
            return outcome == null ? Format.NONE : figure.apply(outcome);
        };
    }

    private static String both(Optional<Ratio> before, Optional<Ratio> after) {
        String was = Format.percent(before);
        String becomes = Format.percent(after);
        return was.equals(becomes) ? was : was + " → " + becomes;
    }

    private static String amount(Outcome outcome) {
        return Format.money(outcome.tally().changedAmount(), outcome.period().currency());
    }

    private static Component moved(TriedPeriod tried) {
        var period = tried.period();
        String title = "Accounts that would change class in " + Words.of(Period.parse(period.period()));
        var table = new DataTable<Moved>(title)
                .cell("Account", TriedPanel::account)
                .text("Class", one -> told(one.was()) + " → " + told(one.becomes()))
                .number("Change, " + period.currency(), one -> change(one, period.currency()));
        var part = new Div(new H3(title), table.rows(tried.moved()));
        var outcome = tried.outcome();
        if (outcome != null && outcome.tally().changed() > tried.moved().size()) {
            part.add(Panel.quiet("The first " + tried.moved().size() + " movements of "
                    + Format.count(outcome.tally().changed()) + "."));
        }
        return part;
    }

    private static Component account(Moved one) {
        var name = one.name();
        var below = new Span(one.line().isEmpty() ? one.account() : one.account() + ", " + one.line());
        below.addClassName("quiet");
        var both = new Div(new Span(name == null ? one.account() : name), below);
        both.addClassName("two-lines");
        return both;
    }

    private static String told(Moved.@Nullable Side side) {
        var given = side == null ? null : side.movementClass();
        return given == null ? "none" : Words.of(given);
    }

    private static String change(Moved one, String currency) {
        var side = one.becomes() == null ? one.was() : one.becomes();
        return side == null ? Format.NONE : Format.signed(side.amount(), currency);
    }
}
