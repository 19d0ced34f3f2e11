package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.tieout.closing.Close;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Variance;
import dev.tieout.rules.RuleTables;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;

/** One variance: the three legs, their differences, what caused it, who owns it, and the steps a person may take. */
final class VarianceDetail extends Section {

    private final Variance variance;

    VarianceDetail(Desk desk, Close close, Variance variance, Runnable decided, Runnable closed) {
        this.variance = variance;
        addClassName("detail");
        setId("variance-detail");
        getElement().setAttribute("aria-label", "Variance of " + variance.accountName());
        add(heading(closed), legs(), cause(desk.format()), new EvidenceList(desk, variance));
        boolean works = desk.person().has(Role.CONTROLLER) || desk.person().has(Role.APPROVER);
        if (works && close.isChangeable() && variance.state().isOpen()) {
            add(new VarianceForms(desk, variance, decided));
        }
        add(new NotesPanel(desk, variance, close.isChangeable()));
    }

    private Component heading(Runnable closed) {
        var close = new Button("Close", click -> closed.run());
        close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        close.setAriaLabel("Close the detail");
        var id = new Span(variance.account());
        id.addClassName("quiet");
        var title = new Div(new H2(variance.accountName()), id);
        var heading = new Div(title, close);
        heading.addClassName("detail-heading");
        return heading;
    }

    private Component legs() {
        return new Facts()
                .fact("Billing", money(variance.billing()))
                .fact("Ledger", money(variance.ledger()))
                .fact("Retained", money(variance.retained()))
                .fact("Billing − ledger", difference(variance.billing(), variance.ledger()))
                .fact("Billing − retained", difference(variance.billing(), variance.retained()))
                .fact("Ledger − retained", difference(variance.ledger(), variance.retained()));
    }

    private String money(BigDecimal amount) {
        return Format.money(amount, variance.currency());
    }

    private String difference(BigDecimal one, BigDecimal other) {
        return Format.signed(one.subtract(other), variance.currency()) + " " + variance.currency();
    }

    private Component cause(Format format) {
        var facts = new Facts()
                .fact("State", VariancesPanel.tag(variance.state()))
                .fact("Cause", Words.of(variance.cause()))
                .fact("Suggested", suggestion())
                .fact("Owner", VariancesPanel.owner(variance.owner(), variance.state()))
                .fact("Due", Format.day(variance.dueOn()))
                .fact("Found", format.at(variance.openedAt()));
        if (variance.clearedAt() != null) {
            facts.fact("Cleared", "by new data, " + format.at(variance.clearedAt()));
        }
        if (variance.explanation() != null) {
            facts.fact("Explanation", "“" + variance.explanation() + "”, " + variance.explainedBy());
        }
        if (variance.approvedBy() != null) {
            facts.fact("Approved by", variance.approvedBy());
        }
        return facts;
    }

    private String suggestion() {
        var cause = Words.of(variance.suggested());
        return variance.ruleRow() == 0
                ? cause + ": no row of the table took it"
                : cause + ", by row " + variance.ruleRow() + " of " + RuleTables.VARIANCE_CAUSE + ", version "
                        + variance.ruleVersion();
    }
}
