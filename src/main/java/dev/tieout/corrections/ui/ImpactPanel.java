package dev.tieout.corrections.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Impact.AccountImpact;
import dev.tieout.corrections.Impact.Figures;
import dev.tieout.corrections.Impact.PeriodImpact;
import dev.tieout.corrections.Impact.Side;
import dev.tieout.corrections.Impact.VarianceImpact;
import dev.tieout.metrics.Bridge;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a correction comes to in one period: ratios and bridge before and after, accounts, differences. */
final class ImpactPanel extends Section {

    ImpactPanel(Correction correction, PeriodImpact impact) {
        addClassName("panel");
        setId("impact-" + impact.period());
        boolean own = impact.closeId() == correction.closeId();
        var name = Words.of(Period.parse(impact.period()));
        add(new H2(own ? "What it moves in " + name : "What follows in " + name));
        if (impact.isRestated()) {
            restated(correction, impact);
        } else {
            add(Panel.quiet(
                    "This close is under way. Its opening cohort is frozen anew, its sign-offs are suspended, and its process"
                            + " goes back to the classification by itself."));
        }
        accounts(impact);
        variances(impact);
    }

    private void restated(Correction correction, PeriodImpact impact) {
        boolean applied = correction.state() == Correction.State.APPLIED;
        var sentence = "Version " + impact.fromVersion() + (applied ? " was" : " would be") + " restated as version "
                + impact.toVersion() + ".";
        add(Panel.quiet(sentence));
        if (applied) {
            add(new Anchor(
                    "versions/" + impact.period() + "?from=" + impact.fromVersion() + "&to=" + impact.toVersion(),
                    "What changed between the two versions"));
        }
        var before = impact.before();
        var after = impact.after();
        if (before != null && after != null) {
            add(ratios(before, after), bridge(before.bridge(), after.bridge(), impact.currency()));
        }
    }

    private static Facts ratios(Figures before, Figures after) {
        return Facts.headline()
                .fact("NRR before", Format.percent(before.exactNrr()))
                .fact("NRR after", Format.percent(after.exactNrr()))
                .fact("GRR before", Format.percent(before.bridge().grr()))
                .fact("GRR after", Format.percent(after.bridge().grr()));
    }

    /** A line of the bridge at both versions. */
    private record Step(String name, BigDecimal before, BigDecimal after) {

        static Step of(String name, Bridge before, Bridge after, Function<Bridge, BigDecimal> amount) {
            return new Step(name, amount.apply(before), amount.apply(after));
        }
    }

    private static Div bridge(Bridge before, Bridge after, String currency) {
        var steps = List.of(
                Step.of("Opening", before, after, Bridge::opening),
                Step.of("New", before, after, Bridge::newAmount),
                Step.of("Reactivation", before, after, Bridge::reactivation),
                Step.of("Expansion", before, after, Bridge::expansion),
                Step.of(
                        "Contraction",
                        before,
                        after,
                        bridge -> bridge.contraction().negate()),
                Step.of("Churn", before, after, bridge -> bridge.churn().negate()),
                Step.of("Exchange rates", before, after, Bridge::fx));
        return new DataTable<Step>("Bridge before and after")
                .text("Step, " + currency, Step::name)
                .number("Before", step -> Format.amount(step.before(), currency))
                .number("After", step -> Format.amount(step.after(), currency))
                .number("Change", step -> Format.signed(step.after().subtract(step.before()), currency))
                .rows(steps)
                .total(Step.of("Closing", before, after, Bridge::closing));
    }

    private void accounts(PeriodImpact impact) {
        if (impact.accounts().isEmpty()) {
            add(Panel.quiet("No account moves otherwise."));
            return;
        }
        add(new H3(Words.counted(impact.accountsChanged(), "movement changes", "movements change")));
        var table = new DataTable<AccountImpact>("Movements before and after")
                .text(
                        "Account",
                        account -> account.account().equals(account.name())
                                ? account.account()
                                : account.account() + " · " + account.name());
        // By account there are no lines to tell apart.
        if (impact.accounts().stream().anyMatch(account -> !account.line().isEmpty())) {
            table.text("Line", AccountImpact::line);
        }
        add(table.text("Before", account -> side(account.before(), impact.currency()))
                .text("After", account -> side(account.after(), impact.currency()))
                .rows(impact.accounts()));
        if (impact.accountsChanged() > impact.accounts().size()) {
            add(Panel.quiet("The first " + Format.count(impact.accounts().size()) + " are shown."));
        }
    }

    private static String side(@Nullable Side side, String currency) {
        if (side == null) {
            return "No movement";
        }
        var reason = side.reason() == null
                ? ""
                : ", " + Words.of(Objects.requireNonNull(side.reason())).toLowerCase(Locale.ENGLISH);
        return Format.amount(side.opening(), currency) + " to " + Format.amount(side.closing(), currency) + ": "
                + Words.of(side.movementClass()) + reason + (side.excluded() ? ", excluded" : "");
    }

    private void variances(PeriodImpact impact) {
        if (impact.variances().isEmpty()) {
            return;
        }
        add(new H3("Differences in the tie-out"));
        add(Panel.quiet("What the correction makes differ is explained by its note: the author explains, and whoever"
                + " approves the note approves the explanation."));
        add(new DataTable<VarianceImpact>("Differences in the tie-out")
                .text("Account", VarianceImpact::account)
                .number("Billing", variance -> Format.money(variance.billing(), variance.currency()))
                .number("Ledger", variance -> Format.money(variance.ledger(), variance.currency()))
                .number("Retained", variance -> Format.money(variance.retained(), variance.currency()))
                .number("Differs by", variance -> Format.money(variance.amount(), variance.currency()))
                .text("Becomes", variance -> variance.cleared() ? "Cleared" : "Explained by the note")
                .rows(impact.variances()));
    }
}
