package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.html.Div;
import dev.tieout.closing.Close;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.TieOut;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import java.math.BigDecimal;

/** Billing, ledger and retained balance in total, per currency, and how far they are apart. */
public final class TieOutTotals extends Div {

    TieOutTotals(Reconciliation reconciliation, Close close, Format format) {
        addClassName("stack");
        var totals = reconciliation.totals(close.key());
        if (totals.isEmpty()) {
            add(Panel.quiet("The legs have not been compared yet. That follows the approval of the classification."));
            return;
        }
        add(new DataTable<TieOut>("Tie-out totals")
                .text("Currency", TieOut::currency)
                .number("Accounts", leg -> Format.count(leg.accounts()))
                .number("Billing", leg -> amount(leg, leg.billing()))
                .number("Ledger", leg -> amount(leg, leg.ledger()))
                .number("Retained", leg -> amount(leg, leg.retained()))
                .number("Billing − ledger", leg -> difference(leg, leg.billing(), leg.ledger()))
                .number("Billing − retained", leg -> difference(leg, leg.billing(), leg.retained()))
                .number("Accounts that differ", leg -> Format.count(leg.differing()))
                .rows(totals));
        var first = totals.getFirst();
        add(Panel.quiet("Compared " + format.at(first.comparedAt()) + ". " + thirdLeg(first)));
    }

    private static String thirdLeg(TieOut total) {
        return switch (total.retainedFrom()) {
            case REPORT -> "The retained balance comes from a report.";
            case TIEOUT -> "No retained-balance report was given, so Tieout's own ending balance is the third leg.";
        };
    }

    private static String amount(TieOut leg, BigDecimal amount) {
        return Format.amount(amount, leg.currency());
    }

    private static String difference(TieOut leg, BigDecimal one, BigDecimal other) {
        return Format.signed(one.subtract(other), leg.currency());
    }
}
