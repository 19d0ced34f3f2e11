package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import dev.tieout.closing.Close;
import dev.tieout.policy.MetricPolicy.Discounts;
import dev.tieout.reconciliation.GlAccount;
import dev.tieout.reconciliation.TieOut;
import dev.tieout.web.ui.ChoiceTabs;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What the comparison rests on, a view at a time: the legs in total, by account and by GL account, and the roll-forward. */
public final class TieOutLedger extends Div {

    private final Desk desk;
    private final Close close;
    private final Div shown = new Div();

    TieOutLedger(Desk desk, Close close) {
        this.desk = desk;
        this.close = close;
        addClassName("stack");
        shown.addClassName("stack");
        if (desk.reconciliation().totals(close.key()).isEmpty()) {
            add(Panel.quiet("The legs have not been compared yet. That follows the approval of the classification."));
            return;
        }
        var views = new LinkedHashMap<Tab, Supplier<Component>>();
        views.put(tab("total", "In total"), this::totals);
        views.put(tab("accounts", "By account"), () -> new LegsList(desk, close));
        views.put(tab("gl-accounts", "By GL account"), this::byGlAccount);
        views.put(tab("roll-forward", "Roll-forward"), () -> new RollForwardTable(desk, close));
        add(tabs(views), shown);
        shown.add(totals());
    }

    private static Tab tab(String id, String word) {
        var tab = new Tab(word);
        tab.setId("tie-out-" + id);
        return tab;
    }

    private ChoiceTabs tabs(Map<Tab, Supplier<Component>> views) {
        var tabs = new ChoiceTabs("Views of the tie-out");
        views.keySet().forEach(tabs::add);
        tabs.addSelectedChangeListener(event -> {
            shown.removeAll();
            shown.add(Objects.requireNonNull(views.get(event.getSelectedTab())).get());
        });
        return tabs;
    }

    private Component totals() {
        var totals = desk.reconciliation().totals(close.key());
        var policy = desk.policy(close);
        var currency = policy.reportingCurrency();
        var first = totals.getFirst();
        var both = new Div(
                new DataTable<TieOut>("Tie-out totals")
                        .text("Currency", TieOut::currency)
                        .number("Accounts", leg -> Format.count(leg.accounts()))
                        .number("Billing", leg -> amount(leg, leg.billing()))
                        .number("Ledger", leg -> amount(leg, leg.ledger()))
                        .number("Retained", leg -> amount(leg, leg.retained()))
                        .number("Billing − ledger", leg -> difference(leg, leg.billing(), leg.ledger()))
                        .number("Billing − retained", leg -> difference(leg, leg.billing(), leg.retained()))
                        .number("Ledger − retained", leg -> difference(leg, leg.ledger(), leg.retained()))
                        .number("Accounts that differ", leg -> Format.count(leg.differing()))
                        .rows(totals),
                Panel.quiet("Compared " + desk.format().at(first.comparedAt()) + ". " + thirdLeg(first)
                        + afterDiscounts(policy.countedDiscounts())),
                Panel.quiet(
                        "By policy, a difference is none up to " + Format.money(policy.toleranceAbsolute(), currency)
                                + " or "
                                + policy.toleranceRelative()
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + " % of the largest leg for an account, whichever is more, and up to "
                                + Format.money(policy.totalToleranceAbsolute(), currency)
                                + " for all accounts together. It is material from "
                                + Format.money(policy.materiality(), currency) + "."));
        both.addClassName("stack");
        var compared = desk.reconciliation().comparedAt(close.key());
        if (compared.isPresent() && compared.getAsLong() < close.revision()) {
            var stale = Panel.quiet("Data or decisions have changed since. The next comparison takes them in.");
            stale.setClassName("callout");
            both.addComponentAsFirst(stale);
        }
        return both;
    }

    private Component byGlAccount() {
        var accounts = desk.reconciliation().glAccounts(close.key());
        if (accounts.isEmpty()) {
            return Panel.quiet("No ledger posting is in yet.");
        }
        var span = close.span();
        var both = new Div(
                new DataTable<GlAccount>("Ledger by GL account")
                        .text("GL account", row -> row.glAccount() == null ? "(none named)" : row.glAccount())
                        .text("Currency", GlAccount::currency)
                        .number("Customers", row -> Format.count(row.accounts()))
                        .number("Postings", row -> Format.count(row.postings()))
                        .number(span.previous().toString(), row -> Format.amount(row.before(), row.currency()))
                        .number(span.toString(), row -> Format.amount(row.amount(), row.currency()))
                        .number(span.next().toString(), row -> Format.amount(row.after(), row.currency()))
                        .rows(accounts),
                Panel.quiet("The middle period is the ledger leg. The next one holds what came late and waits for it."
                        + " Excluded accounts are left out."));
        both.addClassName("stack");
        return both;
    }

    private static String thirdLeg(TieOut total) {
        return switch (total.retainedFrom()) {
            case REPORT -> "The retained balance comes from a report.";
            case TIEOUT -> "No retained-balance report was given, so Tieout's own ending balance is the third leg.";
        };
    }

    private static String afterDiscounts(Discounts discounts) {
        return switch (discounts) {
            case NET -> "";
            case GROSS ->
                " Billing stands here after discounts, and so does Tieout's own balance: the policy counts revenue before them, the"
                        + " ledger posts what is charged.";
        };
    }

    private static String amount(TieOut leg, BigDecimal amount) {
        return Format.amount(amount, leg.currency());
    }

    private static String difference(TieOut leg, BigDecimal one, BigDecimal other) {
        return Format.signed(one.subtract(other), leg.currency());
    }
}
