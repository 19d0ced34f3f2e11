package dev.tieout.backpostings.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.sources.LatePosting;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;

/** Late postings and notes in words. */
final class BackPostingWords {

    private BackPostingWords() {}

    static Tag tag(State state) {
        return switch (state) {
            case AWAITING_APPROVAL -> new Tag("Awaiting approval", Tone.ATTENTION);
            case APPROVED -> new Tag("Approved", Tone.ATTENTION);
            case APPLIED -> new Tag("Carried out", Tone.GOOD);
            case REJECTED -> new Tag("Rejected", Tone.NEUTRAL);
            case REFUSED -> new Tag("Could not be carried out", Tone.BAD);
        };
    }

    /** The account, and which of its lines or entries. */
    static String what(LatePosting posting) {
        var stream = posting.stream();
        if (stream == null) {
            return "Ledger entry " + posting.entry();
        }
        var line =
                stream.subscription().isEmpty() ? stream.product() : stream.subscription() + " · " + stream.product();
        return line.isEmpty() ? "Billing line" : line;
    }

    static String amount(LatePosting posting) {
        return posting.isChange()
                ? Format.signed(posting.amount(), posting.currency()) + " " + posting.currency()
                : Format.money(posting.amount(), posting.currency());
    }

    /** Which cell says when it was posted. */
    static String cell(LatePosting posting) {
        return posting.field() + " “" + posting.value() + "”";
    }

    /** What was read from it, when that says more. */
    static String read(LatePosting posting) {
        var at = posting.at();
        return at == null || posting.value().equals(at.toString()) ? "as written" : "read as " + at;
    }

    static String place(LatePosting posting) {
        return posting.file() + ", line " + posting.line();
    }

    static String goes(LatePosting posting) {
        return posting.takenInto() == null ? "Waits for " + posting.belongsTo() : "Counts in " + posting.takenInto();
    }

    /** Why it counts there. */
    static String how(LatePosting posting) {
        if (posting.backPosting() != null) {
            return "by note " + posting.backPosting();
        }
        return posting.takenInto() == null ? "until that opens" : "taken in by itself";
    }

    static Div twoLines(String first, String second) {
        var below = new Span(second);
        below.addClassName("quiet");
        var both = new Div(new Span(first), below);
        both.addClassName("two-lines");
        return both;
    }
}
