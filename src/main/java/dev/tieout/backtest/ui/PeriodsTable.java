package dev.tieout.backtest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.Tally;
import dev.tieout.backtest.TestedPeriod;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The periods of a test: ratios before and after, how many accounts change, and what else is to be known of one. */
final class PeriodsTable extends Div {

    private final boolean variances;

    PeriodsTable(BackTest test) {
        this.variances = test.version().table().equals(RuleTables.VARIANCE_CAUSE);
        setId("tested-periods");
        var table = new DataTable<TestedPeriod>("Published periods, as published and as they would have been")
                .cell("Period", PeriodsTable::period);
        if (!variances) {
            table.cell("NRR", period -> BackTestWords.ratios(period.nrrBefore(), period.nrrAfter()))
                    .cell("GRR", period -> BackTestWords.ratios(period.grrBefore(), period.grrAfter()));
        }
        add(table.number("Accounts that change", counted(tally -> Format.count(tally.changedAccounts())))
                .number("Amount", this::amount)
                .cell("To know", this::notes)
                .rows(test.periods()));
    }

    private static Component period(TestedPeriod period) {
        var link = new Anchor("closes/" + period.period(), Words.of(Period.parse(period.period())));
        var version = new Span("Version " + period.version() + ", " + Words.within(period.status()));
        version.addClassName("quiet");
        var both = new Div(link, version);
        both.addClassName("two-lines");
        return both;
    }

    private static Function<TestedPeriod, String> counted(Function<Tally, String> of) {
        return period -> {
            var tally = period.tally();
            return tally == null ? Format.NONE : of.apply(tally);
        };
    }

    private String amount(TestedPeriod period) {
        return counted(tally -> Format.money(tally.changedAmount(), period.currency()))
                .apply(period);
    }

    private Component notes(TestedPeriod period) {
        var notes = new ArrayList<String>();
        var why = period.notReplayed();
        if (why != null) {
            notes.add(why);
        } else if (!period.done()) {
            notes.add("Waits for its turn");
        }
        notes.add("Published with version " + period.baseVersion() + " of the table");
        var tally = period.tally();
        if (tally != null) {
            told(tally).forEach(notes::add);
        }
        lines(period).forEach(notes::add);
        var lines = new Div(notes.stream().map(Span::new).toArray(Component[]::new));
        lines.addClassNames("two-lines", "quiet");
        return lines;
    }

    /** Lines of the bridge that would be others, also where no ratio shows it. */
    private static Stream<String> lines(TestedPeriod period) {
        var before = period.published();
        var after = period.replayed();
        return Arrays.stream(BridgeLine.values())
                .filter(line -> after != null && line.of(before).compareTo(line.of(after)) != 0)
                .map(line -> line.title() + " " + Format.amount(line.signed(before), period.currency()) + " → "
                        + Format.money(line.signed(Objects.requireNonNull(after)), period.currency()));
    }

    private Stream<String> told(Tally tally) {
        var notes = new ArrayList<String>();
        notes.add(Words.counted(
                        tally.decided(), variances ? "variance" : "movement", variances ? "variances" : "movements")
                + " decided again");
        if (tally.reasonChanges() > 0) {
            notes.add(Words.counted(tally.reasonChanges(), "movement keeps", "movements keep")
                    + " the class and get another reason");
        }
        if (tally.undecided() > 0) {
            notes.add("No row takes " + Words.counted(tally.undecided(), "movement", "movements") + " any more");
        }
        if (tally.overridden() > 0) {
            notes.add(Words.counted(tally.overridden(), "override stands", "overrides stand")
                    + (tally.overrideDiffers() > 0
                            ? "; on " + Format.count(tally.overrideDiffers()) + " the table would now say otherwise"
                            : ""));
        }
        return notes.stream();
    }
}
