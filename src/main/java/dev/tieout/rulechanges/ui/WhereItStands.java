package dev.tieout.rulechanges.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.ui.VersionAction;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Words;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** On the rules page: where a submitted version stands, with the way to its task, or to start it again when its process was lost. */
@org.springframework.stereotype.Component
@Order(10)
class WhereItStands implements VersionAction {

    private final RuleChanges changes;
    private final RuleDrafts drafts;
    private final Tasks tasks;
    private final CurrentActor currentActor;

    WhereItStands(RuleChanges changes, RuleDrafts drafts, Tasks tasks, CurrentActor currentActor) {
        this.changes = changes;
        this.drafts = drafts;
        this.tasks = tasks;
        this.currentActor = currentActor;
    }

    @Override
    public Optional<Component> of(RuleTableVersion version) {
        if (version.state() != State.IN_REVIEW && version.state() != State.REJECTED) {
            return Optional.empty();
        }
        return changes.find(version.pinned()).flatMap(this::standing);
    }

    private Optional<Component> standing(RuleChange change) {
        var line = new Div();
        line.setId("where-it-stands");
        tasks.openAbout(change.subject())
                .forEach(task -> line.add(
                        new Anchor("task/" + task.key(), Words.of(task.kind())),
                        new Span(
                                task.assignee() == null
                                        ? " waits for an "
                                                + Words.within(task.kind().role()) + "."
                                        : " is held by " + task.assignee() + ".")));
        boolean waits = line.getChildren().findAny().isPresent();
        if (!waits && !change.isUndecided()) {
            return Optional.empty();
        }
        line.addComponentAsFirst(
                new Span(change.isUndecided() ? RuleChangeWords.standing(change) + " " : "Sent back. "));
        objection(change).ifPresent(objection -> line.add(new Div(objection.sentence())));
        if (change.trouble() != null && !waits) {
            return Optional.of(stuck(change, change.trouble()));
        }
        return Optional.of(line);
    }

    /** Why nobody can approve it any more. */
    private Optional<Refusal> objection(RuleChange change) {
        var from = change.version().effectiveFrom();
        return change.isUndecided() && from != null
                ? drafts.objectionTo(change.version().pinned(), Period.parse(from))
                : Optional.empty();
    }

    private Component stuck(RuleChange change, String trouble) {
        var callout = new Div(new Span(trouble + " "));
        callout.setId("where-it-stands");
        callout.addClassNames("callout", "bad");
        var person = currentActor.get();
        if (person.has(Role.ANALYST) || person.has(Role.APPROVER) || person.has(Role.ADMIN)) {
            var again = new Button("Start again");
            again.setId("restart");
            again.addThemeVariants(ButtonVariant.SMALL);
            again.addClickListener(_ -> {
                if (Notices.unlessRefused(() -> changes.restart(change.version().pinned()))) {
                    Notices.done("Started again.");
                    again.setEnabled(false);
                }
            });
            callout.add(again);
        }
        return callout;
    }
}
