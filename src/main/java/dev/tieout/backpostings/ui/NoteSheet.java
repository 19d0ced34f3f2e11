package dev.tieout.backpostings.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.backpostings.BackPostings.Effect;
import dev.tieout.sources.LatePosting;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One note from top to bottom: what it says, the records with their times, and what becomes of the lines. */
final class NoteSheet {

    private static final int SHORT_HASH = 12;

    private final BackPostingNote note;
    private final List<Effect> effects;
    private final Format format;

    NoteSheet(BackPostingNote note, List<Effect> effects, Format format) {
        this.note = note;
        this.effects = effects;
        this.format = format;
    }

    List<Component> parts() {
        var parts = new ArrayList<Component>();
        callout(note.refusal(), "refusal", parts);
        callout(note.trouble(), "trouble", parts);
        parts.add(said());
        parts.add(records());
        if (note.state().isOpen()) {
            parts.add(effect());
        }
        return parts;
    }

    private static void callout(@Nullable String sentence, String id, List<Component> parts) {
        if (sentence != null) {
            var callout = new Paragraph(sentence);
            callout.setId(id);
            callout.addClassNames("callout", "bad");
            parts.add(callout);
        }
    }

    private Component said() {
        var facts = new Facts()
                .fact("Why", note.reason())
                .fact("Policy clause", note.policyClause())
                .fact("Raised by", note.raisedBy() + ", " + format.at(note.raisedAt()));
        if (note.decidedBy() != null) {
            var how = note.state() == State.REJECTED ? "Rejected by" : "Approved by";
            var why = note.decisionComment() == null ? "" : ": “" + note.decisionComment() + "”";
            facts.fact(how, note.decidedBy() + ", " + format.at(note.decidedAt()) + why);
        }
        if (note.appliedAt() != null) {
            facts.fact("Carried out", format.at(note.appliedAt()));
        }
        var hash = new Span(note.sha256().substring(0, SHORT_HASH) + "…");
        hash.addClassName("hash");
        hash.getElement().setAttribute("title", note.sha256());
        return new Panel("The note", facts.fact("Note's SHA-256", hash));
    }

    private Component records() {
        return new Panel(
                "The records, with the times that they bear",
                new DataTable<LatePosting>("Records of the note")
                        .text("Account", LatePosting::account)
                        .text("What", BackPostingWords::what)
                        .number("Amount", BackPostingWords::amount)
                        .cell(
                                "Placed by",
                                record -> BackPostingWords.twoLines(
                                        BackPostingWords.cell(record), BackPostingWords.read(record)))
                        .text("Period by that time", LatePosting::belongsTo)
                        .text("From", BackPostingWords::place)
                        .rows(note.records()));
    }

    private Component effect() {
        return new Panel(
                "What it changes in " + Words.of(Period.parse(note.period())),
                new DataTable<Effect>("What the note changes")
                        .text("Account", Effect::account)
                        .text("What", Effect::what)
                        .number("Now", effect -> amount(effect.before(), effect.currency()))
                        .number("Then", effect -> amount(effect.after(), effect.currency()))
                        .number("Change", effect -> Format.signed(effect.change(), effect.currency()))
                        .text("Currency", Effect::currency)
                        .rows(effects),
                Panel.quiet(
                        "When it is carried out, the movements are classified again and the sign-offs that they bear are"
                                + " suspended. A period that has taken these records in gives them back."));
    }

    private static String amount(@Nullable BigDecimal amount, String currency) {
        return amount == null ? Format.NONE : Format.amount(amount, currency);
    }
}
