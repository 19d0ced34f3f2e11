package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tieout.backpostings.ui.BackPostingPanels;
import dev.tieout.closing.Close;
import dev.tieout.corrections.ui.CorrectionPanels;
import dev.tieout.movements.ui.MovementsPanel;
import dev.tieout.policy.MetricPolicy.State;
import dev.tieout.policy.Policies;
import dev.tieout.rulechanges.ui.RuleChangePanels;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.Task;
import dev.tieout.terms.MovementClass;
import dev.tieout.web.ui.Panel;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** What a person sees while they work on a task, by its kind. */
@Service
class Workbench {

    private final CloseScreens screens;
    private final Sources sources;
    private final ClassSummaries summaries;
    private final CorrectionPanels corrections;
    private final BackPostingPanels backPostings;
    private final Policies policies;
    private final RuleChangePanels ruleChanges;

    Workbench(
            CloseScreens screens,
            Sources sources,
            ClassSummaries summaries,
            CorrectionPanels corrections,
            BackPostingPanels backPostings,
            Policies policies,
            RuleChangePanels ruleChanges) {
        this.screens = screens;
        this.sources = sources;
        this.summaries = summaries;
        this.corrections = corrections;
        this.backPostings = backPostings;
        this.policies = policies;
        this.ruleChanges = ruleChanges;
    }

    /** @param changed called when work on the data may have changed who may decide */
    List<Component> of(Task task, Close close, Runnable changed) {
        return switch (task.kind()) {
            case PROVIDE_SOURCES -> List.of(screens.sourcesToProvide(close, changed));
            case RESOLVE_IMPORT -> List.of(exceptions(close), screens.sourcesToProvide(close, changed));
            case RESOLVE_UNCLASSIFIED -> List.of(movements(unclassified(close, changed)));
            case RESOLVE_BREACH -> breach(close, changed);
            case APPROVE_CLASSIFICATION -> approval(close, changed);
            case RESOLVE_VARIANCES ->
                List.of(screens.variances(close, changed), screens.tieOutTotals(close), screens.gate(close));
            case SIGN_OFF -> List.of(screens.gate(close), screens.figures(close));
            case APPROVE_CORRECTION -> corrections.of(task);
            case APPROVE_BACK_POSTING -> backPostings.of(task);
            case APPROVE_RULE_VERSION, REVISE_RULE_VERSION, APPROVE_POLICY -> about(task);
        };
    }

    /** The same for a task that belongs to no close. */
    List<Component> about(Task task) {
        return switch (task.kind()) {
            case APPROVE_RULE_VERSION, REVISE_RULE_VERSION -> ruleChanges.of(task);
            case APPROVE_POLICY -> policy(task);
            default -> List.of();
        };
    }

    /** The proposed version beside the one that it would follow. */
    private List<Component> policy(Task task) {
        var subject = Objects.requireNonNull(task.subject(), "the task names its version");
        var proposed = policies.version(Integer.parseInt(subject.substring(subject.lastIndexOf('/') + 1)));
        return policies.all().stream()
                .filter(policy -> policy.version() < proposed.version() && policy.state() == State.APPROVED)
                .findFirst()
                .map(before -> List.<Component>copyOf(PolicyComparison.of(before, proposed)))
                .orElse(List.of());
    }

    private Component exceptions(Close close) {
        var sentences = sources.exceptions(close.key());
        if (sentences.isEmpty()) {
            var clear = new Paragraph("Nothing stands in the way any more. Go on with these files.");
            clear.addClassNames("callout", "good");
            return clear;
        }
        var list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        var callout = new Div(
                new Paragraph("These stand in the way of the classification:"),
                list,
                new Paragraph(
                        "Replace the file, or go on: rejected rows are then left out and the trail says so; what is"
                                + " missing is asked for again."));
        callout.addClassName("callout");
        callout.setId("exceptions");
        return callout;
    }

    private MovementsPanel unclassified(Close close, Runnable changed) {
        var movements = screens.movements(close, changed);
        movements.only(MovementClass.UNCLASSIFIED);
        return movements;
    }

    private static Panel movements(MovementsPanel movements) {
        return new Panel("Movements", movements);
    }

    private List<Component> breach(Close close, Runnable changed) {
        var trouble = new Paragraph(close.trouble() == null ? "The numbers contradict themselves." : close.trouble());
        trouble.addClassNames("callout", "bad");
        trouble.setId("trouble");
        return List.of(trouble, movements(screens.movements(close, changed)), screens.sourcesToProvide(close, changed));
    }

    private List<Component> approval(Close close, Runnable changed) {
        var summary = new Div(summaries.of(close));
        Runnable both = () -> {
            summary.removeAll();
            summary.add(summaries.of(close));
            changed.run();
        };
        return List.of(new Panel("As classified so far", summary), movements(screens.movements(close, both)));
    }
}
