package dev.tieout.corrections.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Correction.Recorded;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One note from top to bottom: why it cannot be or what came of it, what it says, what it changes, what it moves. */
final class CorrectionSheet {

    private final Correction correction;
    private final Format format;

    CorrectionSheet(Correction correction, Format format) {
        this.correction = correction;
        this.format = format;
    }

    List<Component> parts() {
        var parts = new ArrayList<Component>(standing());
        parts.add(note());
        parts.add(changes());
        var impact = correction.impact();
        if (impact != null) {
            impact.periods().forEach(period -> parts.add(new ImpactPanel(correction, period)));
        }
        return parts;
    }

    private List<Component> standing() {
        var callouts = new ArrayList<Component>();
        callout("bad", correction.refusal(), "refusal").ifPresent(callouts::add);
        callout("bad", correction.trouble(), "trouble").ifPresent(callouts::add);
        callout(null, correction.notice(), "notice").ifPresent(callouts::add);
        if (correction.state() == Correction.State.PREVIEWING) {
            callouts.add(Panel.quiet("Tieout works out what this correction moves. The page follows by itself."));
        } else if (correction.state() == Correction.State.APPROVED) {
            callouts.add(Panel.quiet("Approved. Tieout applies it and publishes the restated versions."));
        }
        return callouts;
    }

    private static Optional<Component> callout(@Nullable String tone, @Nullable String sentence, String id) {
        if (sentence == null) {
            return Optional.empty();
        }
        var callout = new Paragraph(sentence);
        callout.setId(id);
        callout.addClassName("callout");
        if (tone != null) {
            callout.addClassName(tone);
        }
        return Optional.of(callout);
    }

    private Component note() {
        var facts = new Facts()
                .fact("Why", correction.comment())
                .fact("Policy clause", correction.policyClause())
                .fact("Raised by", correction.raisedBy() + ", " + format.at(correction.raisedAt()));
        if (correction.decidedBy() != null) {
            var how = correction.state() == Correction.State.REJECTED ? "Rejected by" : "Approved by";
            var said = correction.decisionComment() == null ? "" : ": “" + correction.decisionComment() + "”";
            facts.fact(how, correction.decidedBy() + ", " + format.at(correction.decidedAt()) + said);
        }
        if (correction.appliedAt() != null) {
            facts.fact("Applied", format.at(correction.appliedAt()));
        }
        var hash = new Span(correction.sha256().substring(0, 12) + "…");
        hash.addClassName("hash");
        hash.getElement().setAttribute("title", correction.sha256());
        facts.fact("Note's SHA-256", hash);
        return new Panel("The note", facts);
    }

    private Component changes() {
        return new Panel(
                "What it changes",
                new DataTable<Recorded>("Changes of the note")
                        .text(
                                "Change",
                                recorded ->
                                        CorrectionWords.kind(recorded.change().kind()))
                        .text("Account", recorded -> recorded.change().account())
                        .text("Which", recorded -> CorrectionWords.about(recorded.change()))
                        .text("Period", Recorded::period)
                        .text("Before", recorded -> CorrectionWords.before(recorded.change(), recorded.before()))
                        .text("After", recorded -> CorrectionWords.after(recorded.change(), recorded.before()))
                        .rows(correction.changes()));
    }
}
