package dev.tieout.corrections.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Corrections;
import dev.tieout.corrections.Corrections.NoSuchCorrection;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.tasks.Task;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the corrections of a close, and one of them, for the pages of other features. */
@org.springframework.stereotype.Component
public class CorrectionPanels {

    private final Corrections corrections;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;

    CorrectionPanels(Corrections corrections, CurrentActor currentActor, ObjectProvider<Format> formats) {
        this.corrections = corrections;
        this.currentActor = currentActor;
        this.formats = formats;
    }

    /** The notes about a close, newest first, and the way to raise one. */
    public Component list(Close close) {
        var panel = new Panel("Corrections after close");
        if (close.state() != CloseState.FINAL) {
            panel.add(Panel.quiet(
                    "A final close is corrected by a note that another person approves. This one is not final: its sources and"
                            + " decisions can still be changed."));
            return panel;
        }
        var raised = corrections.of(close.key());
        panel.add(
                raised.isEmpty()
                        ? Panel.quiet("Nobody has raised a correction. The final version stands as it was published.")
                        : table(raised));
        boolean waits =
                raised.stream().anyMatch(correction -> correction.state().isUndecided());
        if (waits) {
            panel.add(Panel.quiet("Another correction can be raised once the present one is decided."));
        } else if (mayRaise()) {
            var raise = new Anchor("closes/" + close.period() + "/correct", "Raise a correction");
            raise.setId("raise-correction");
            panel.add(raise);
        }
        return panel;
    }

    private boolean mayRaise() {
        var person = currentActor.get();
        return person.has(Role.ANALYST) || person.has(Role.CONTROLLER);
    }

    private Component table(List<Correction> raised) {
        var format = formats.getObject();
        return new DataTable<Correction>("Corrections of this close")
                .cell("Correction", CorrectionPanels::link)
                .cell("State", correction -> CorrectionWords.tag(correction.state()))
                .text("Why", Correction::comment)
                .text("Changes", correction -> Format.count(correction.changes().size()))
                .text("Raised", correction -> correction.raisedBy() + ", " + format.at(correction.raisedAt()))
                .text(
                        "Decided",
                        correction -> correction.decidedBy() == null
                                ? Format.NONE
                                : correction.decidedBy() + ", " + format.at(correction.decidedAt()))
                .text("Restated", CorrectionPanels::restated)
                .rows(raised);
    }

    private static Component link(Correction correction) {
        return new Anchor("correction/" + correction.id(), "Correction " + correction.id());
    }

    private static String restated(Correction correction) {
        return correction.restated().isEmpty()
                ? Format.NONE
                : correction.restated().stream()
                        .map(period -> period.period()
                                + (period.version() == null ? " (reopened)" : " version " + period.version()))
                        .collect(Collectors.joining(", "));
    }

    /** What a person decides about in a task. */
    public List<Component> of(Task task) {
        var subject = task.subject();
        if (subject == null) {
            throw new NoSuchCorrection("of “" + task.title() + "”");
        }
        return sheet(corrections.correction(Long.parseLong(subject.substring(subject.lastIndexOf('/') + 1))));
    }

    /** Note, changes and impact of a correction. */
    List<Component> sheet(Correction correction) {
        return new CorrectionSheet(correction, formats.getObject()).parts();
    }

    static String title(Correction correction) {
        return "Correction " + correction.id() + " of " + Words.of(Period.parse(correction.period()));
    }
}
