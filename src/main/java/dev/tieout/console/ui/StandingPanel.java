package dev.tieout.console.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tieout.closing.Close;
import dev.tieout.closing.SignOff;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.List;
import java.util.Map;

/** Where a close stands in its process, what it pinned when it opened, and who signed. */
final class StandingPanel extends Div {

    StandingPanel(Close close, List<SignOff> signOffs, Format format) {
        addClassName("stack");
        add(new Panel(
                "Process",
                new ProcessDiagram("period-close", close.step()),
                Panel.quiet("The marked step is where this close is. Drag to move; hold Ctrl and scroll to zoom.")));
        var columns = new Div(new Panel("Pinned when it opened", facts(close, format)), signOffs(signOffs, format));
        columns.addClassName("columns");
        add(columns);
    }

    private static Facts facts(Close close, Format format) {
        var facts = new Facts()
                .fact("Step", close.step())
                .fact("Opened", close.openedBy() + ", " + format.at(close.openedAt()))
                .fact("Cutoff", format.at(close.cutoff()) + " (" + format.zone() + ")")
                .fact("Metric policy", "Version " + close.policyVersion());
        close.ruleVersions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> facts.fact(Words.label(rule.getKey()), "Version " + rule.getValue()));
        var hash = new Span(close.cohortHash() == null ? "Not frozen yet" : close.cohortHash());
        hash.addClassName("hash");
        facts.fact("Opening cohort", hash);
        return facts.fact(
                "Process instance",
                close.processInstanceKey() == null ? "Not started yet" : Long.toString(close.processInstanceKey()));
    }

    private static Panel signOffs(List<SignOff> signOffs, Format format) {
        var panel = new Panel("Sign-offs");
        if (signOffs.isEmpty()) {
            panel.add(Panel.quiet("Nobody has signed yet."));
        }
        signOffs.forEach(signOff -> panel.add(new Paragraph(CloseWords.signed(signOff, format))));
        return panel;
    }
}
