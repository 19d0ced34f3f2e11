package dev.tieout.rulechanges.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.backtest.ui.BackTestPanels;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.rulechanges.RuleChanges.NeverSubmitted;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.ui.OtherVersions;
import dev.tieout.rules.ui.RuleFindings;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** What people see who decide about a version, or go on from a rejected one. */
@org.springframework.stereotype.Component
public class RuleChangePanels {

    private final RuleChanges changes;
    private final RuleDrafts drafts;
    private final RuleTables tables;
    private final BackTestPanels backTests;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;

    RuleChangePanels(
            RuleChanges changes,
            RuleDrafts drafts,
            RuleTables tables,
            BackTestPanels backTests,
            CurrentActor currentActor,
            ObjectProvider<Format> formats) {
        this.changes = changes;
        this.drafts = drafts;
        this.tables = tables;
        this.backTests = backTests;
        this.currentActor = currentActor;
        this.formats = formats;
    }

    /** What a person decides about, or goes on from, in a task. */
    public List<Component> of(Task task) {
        var change = change(task);
        List<Component> parts = new ArrayList<>();
        if (task.kind() == TaskKind.REVISE_RULE_VERSION) {
            parts.add(revision(change, task.isOpen()));
        } else {
            overtaken(change).ifPresent(parts::add);
            OtherVersions.beside(change.version(), tables.versions()).ifPresent(parts::add);
        }
        parts.add(new Panel("The version", facts(change)));
        parts.add(backTests.of(
                change.version().pinned(), change.isUndecided() && task.kind() == TaskKind.APPROVE_RULE_VERSION));
        parts.add(findings(change));
        return parts;
    }

    private RuleChange change(Task task) {
        var version = RuleChange.version(task.subject()).orElseThrow();
        return changes.find(version).orElseThrow(() -> new NeverSubmitted(version));
    }

    /** The period may have been opened since, or a newer version approved: then nobody can approve any more. */
    private Optional<Component> overtaken(RuleChange change) {
        var from = change.version().effectiveFrom();
        return change.isUndecided() && from != null
                ? drafts.objectionTo(change.version().pinned(), Period.parse(from))
                        .map(RuleChangePanels::overtaken)
                : Optional.empty();
    }

    private static Component overtaken(Refusal objection) {
        var callout = new Div(new Span(objection.sentence() + " This one can only be rejected. "));
        callout.setId("overtaken");
        callout.addClassNames("callout", "bad");
        objection.way().ifPresent(page -> callout.add(new Anchor(page, "Raise a correction")));
        return callout;
    }

    private Component facts(RuleChange change) {
        var version = change.version();
        var format = formats.getObject();
        var from = version.effectiveFrom();
        var base = version.basedOn();
        return new Facts()
                .fact("Version", new Anchor(RuleFindings.address(version.pinned()), RuleChangeWords.name(version)))
                .fact("Why", version.comment())
                .fact("Applies", from == null ? Format.NONE : "from " + Words.of(Period.parse(from)) + " on")
                .fact("Written by", String.join(", ", version.editors()))
                .fact("Submitted", format.at(version.submittedAt()))
                .fact("Written from", base == null ? "a file" : "version " + base);
    }

    private static Component findings(RuleChange change) {
        var cases = Panel.quiet(RuleChangeWords.goldenCases(change));
        cases.setId("golden-cases");
        var panel = new Panel("What the analysis found", cases);
        var analysis = change.analysis();
        if (analysis != null) {
            panel.add(RuleFindings.of(change.version().pinned(), analysis));
        }
        return panel;
    }

    private Component revision(RuleChange change, boolean open) {
        var version = change.version();
        var callout = new Div(new Span(version.decidedBy() + " rejected it: “" + version.decisionComment() + "”"));
        callout.setId("rejected-because");
        callout.addClassName("callout");
        var panel = new Panel("Why it comes back", callout);
        var next = next(version.pinned());
        if (!next.isEmpty()) {
            next.forEach(later -> panel.add(new Div(new Anchor(
                    RuleFindings.address(later.pinned()), RuleChangeWords.name(later) + ", goes on from it"))));
        } else if (open && currentActor.get().has(Role.ANALYST)) {
            goOn(version, panel);
        }
        return panel;
    }

    /** From its own rows; but from a newer version that has been approved in its place, whose rows would be undone else. */
    private void goOn(RuleTableVersion version, Panel panel) {
        var newer = OtherVersions.inPlaceOf(version, tables.versions()).orElse(null);
        panel.add(
                Panel.quiet(
                        newer == null
                                ? "A submitted version never changes. Go on from its rows in a new one, with the comment"
                                        + " beside them, or let it rest and say that this is done."
                                : "Version " + newer.version()
                                        + " has been approved and applies in its place. Go on from"
                                        + " that one with what is still wanted of this one, or let it rest; then say"
                                        + " that this is done."),
                // In a box of its own: a panel stretches what it holds.
                new Div(
                        newer == null
                                ? new GoOnButton(drafts, version, version.comment(), "Write the next version from it")
                                : new GoOnButton(
                                        drafts,
                                        newer,
                                        version.comment(),
                                        "Write the next version from version " + newer.version())));
    }

    /** What was begun from it. */
    private List<RuleTableVersion> next(PinnedTable version) {
        return tables.versions().stream()
                .filter(later -> later.table().equals(version.table()))
                .filter(later -> later.basedOn() != null && later.basedOn() == version.version())
                .toList();
    }
}
