package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.closing.Close;
import dev.tieout.metrics.Bridge;
import dev.tieout.movements.ClassTotals;
import dev.tieout.movements.ClassTotals.Total;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.movements.ui.MovementWords;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.terms.MovementClass;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** The movements by class and where the ratios would come to stand, before anything is approved or computed. */
@Service
class ClassSummaries {

    private final ClassTotals totals;
    private final Movements movements;
    private final Policies policies;

    ClassSummaries(ClassTotals totals, Movements movements, Policies policies) {
        this.totals = totals;
        this.movements = movements;
        this.policies = policies;
    }

    Component of(Close close) {
        var policy = policies.version(close.policyVersion()).choices();
        var classes = totals.of(close.key());
        if (classes.isEmpty()) {
            return Panel.quiet("Nothing has been classified yet.");
        }
        var bridge = bridge(classes);
        var summary = new Div(ratios(bridge, close, policy), bar(classes, bridge, policy.reportingCurrency()));
        summary.addClassName("stack");
        summary.setId("class-summary");
        return summary;
    }

    private Component ratios(Bridge bridge, Close close, Choices policy) {
        long flagged = movements.count(close.key(), new MovementFilter(Set.of(), true, null, null, false));
        long excluded = movements.count(close.key(), new MovementFilter(Set.of(), null, null, null, true));
        return Facts.headline()
                .fact("NRR so far", Format.percent(bridge.nrr(policy.reactivationInNrr())))
                .fact("GRR so far", Format.percent(bridge.grr()))
                .fact("Flagged for review", Words.counted(flagged, "movement", "movements"))
                .fact("Excluded", Words.counted(excluded, "movement", "movements"));
    }

    /** The bridge in a row: where the period opened, what each class did, where it would close. */
    private static Component bar(List<Total> classes, Bridge bridge, String currency) {
        var bar = new Facts();
        bar.setClassName("class-bar");
        bar.fact("Opening", new Span(Format.amount(bridge.opening(), currency)), quiet(currency));
        for (var total : classes) {
            bar.add(new Div(
                    new Term(MovementWords.tag(total.movementClass())),
                    new Description(
                            new Span(Format.signed(total.change(), currency)),
                            quiet(Words.counted(total.movements(), "movement", "movements")))));
        }
        if (bridge.fx().signum() != 0) {
            bar.fact("Exchange rates", new Span(Format.signed(bridge.fx(), currency)), quiet(currency));
        }
        return bar.fact("Closing", new Span(Format.amount(bridge.closing(), currency)), quiet(currency));
    }

    private static Span quiet(String text) {
        var note = new Span(text);
        note.addClassName("quiet");
        return note;
    }

    private static Bridge bridge(List<Total> classes) {
        return new Bridge(
                "",
                "",
                sum(classes, Total::opening),
                change(classes, MovementClass.NEW),
                change(classes, MovementClass.REACTIVATION),
                change(classes, MovementClass.EXPANSION),
                change(classes, MovementClass.CONTRACTION).negate(),
                change(classes, MovementClass.CHURN).negate(),
                sum(classes, Total::fx),
                sum(classes, Total::closing),
                new Bridge.Accounts(0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static BigDecimal change(List<Total> classes, MovementClass movementClass) {
        return sum(
                classes.stream()
                        .filter(total -> total.movementClass() == movementClass)
                        .toList(),
                Total::change);
    }

    private static BigDecimal sum(List<Total> classes, Function<Total, BigDecimal> part) {
        return classes.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
