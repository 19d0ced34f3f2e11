package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tieout.closing.Close;
import dev.tieout.reconciliation.RollForward;
import dev.tieout.reconciliation.RollForward.Kind;
import dev.tieout.reconciliation.RollForward.Untied;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The retained balance from the previous publication's closing to this close's ending, with what does not tie. */
final class RollForwardTable extends Div {

    RollForwardTable(Desk desk, Close close) {
        addClassName("stack");
        desk.reconciliation()
                .rollForward(close.key())
                .ifPresentOrElse(this::show, () -> add(Panel.quiet("The roll-forward follows the classification.")));
    }

    private void show(RollForward rolled) {
        add(verdict(rolled));
        add(new DataTable<Line>("Roll-forward of the retained balance, " + rolled.currency())
                .text("Retained balance", Line::name)
                .number(rolled.currency(), Line::amount)
                .rows(lines(rolled))
                .total(new Line("Ending", Format.amount(rolled.ending(), rolled.currency()))));
        if (!rolled.untied().isEmpty()) {
            add(new DataTable<Untied>("Accounts that do not tie")
                    .cell("Account", one -> VariancesPanel.twoLines(one.name(), one.account()))
                    .number("Published before", one -> Format.amount(one.previousClosing(), rolled.currency()))
                    .number("Beginning", one -> Format.amount(one.beginning(), rolled.currency()))
                    .number("Unexplained", one -> Format.signed(one.difference(), rolled.currency()))
                    .text("Why", one -> words(one.kind()))
                    .rows(rolled.untied()));
        }
    }

    private static Paragraph verdict(RollForward rolled) {
        var line = new Paragraph();
        line.setId("roll-forward-verdict");
        if (!rolled.ties()) {
            line.setText(Words.counted(rolled.untiedAccounts(), "account does", "accounts do")
                    + " not tie. Until they do, nothing final is published.");
            line.addClassNames("callout", "bad");
        } else {
            line.setText(
                    rolled.previous() == null
                            ? "The first period begins from its opening file. Every account adds up."
                            : "Every account begins with what was published before, or with a known reason, and adds up.");
            line.addClassNames("callout", "good");
        }
        return line;
    }

    private static List<Line> lines(RollForward rolled) {
        var currency = rolled.currency();
        var lines = new ArrayList<Line>();
        var before = rolled.previous();
        if (before != null) {
            lines.add(new Line(
                    "Published closing of " + before.period() + ", version " + before.version(),
                    before.currency().equals(currency)
                            ? Format.amount(before.closing(), currency)
                            : Format.money(before.closing(), before.currency())));
        }
        rolled.steps()
                .forEach(step -> lines.add(new Line(
                        words(step.kind()) + ", " + Words.counted(step.accounts(), "account", "accounts"),
                        Format.signed(step.amount(), currency))));
        lines.add(new Line("Beginning", Format.amount(rolled.beginning(), currency)));
        lines.add(new Line("Additions", Format.signed(rolled.additions(), currency)));
        lines.add(new Line("Releases", Format.signed(rolled.releases().negate(), currency)));
        if (rolled.fx().compareTo(BigDecimal.ZERO) != 0) {
            lines.add(new Line("Exchange rates", Format.signed(rolled.fx(), currency)));
        }
        return lines;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case RATE_CHANGE -> "Rate change at open";
            case CURRENCY_CHANGE -> "Reporting currency changed";
            case EXCLUDED_BEFORE -> "Excluded from the period before";
            case EXCLUDED_NOW -> "Excluded from this period";
            case CORRECTED_SINCE -> "The period before was restated since, and this opening has not followed";
            case UNTIED -> "Not explained";
            case NOT_ADDING_UP -> "Does not add up to its ending";
        };
    }

    /** One line of the statement. */
    private record Line(String name, String amount) {}
}
