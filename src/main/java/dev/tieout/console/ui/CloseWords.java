package dev.tieout.console.ui;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.SignOff;
import dev.tieout.console.CloseOverview;
import dev.tieout.publication.Publication;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;

/** What screens say of a close. */
final class CloseWords {

    private CloseWords() {}

    /** Where the close stands; a final one that was corrected afterwards is told apart. */
    static Tag tag(CloseOverview overview) {
        var state = overview.close().state();
        boolean restated = state == CloseState.FINAL
                && overview.publication()
                        .filter(latest -> latest.status() == Publication.Status.RESTATED)
                        .isPresent();
        return restated ? new Tag(Words.of(Publication.Status.RESTATED), Tone.GOOD) : tag(state);
    }

    private static Tag tag(CloseState state) {
        return new Tag(
                Words.of(state),
                switch (state) {
                    case OPEN, AWAITING_SOURCES, CLASSIFYING, RECONCILING -> Tone.NEUTRAL;
                    case IN_REVIEW, PROVISIONAL -> Tone.ATTENTION;
                    case FINAL -> Tone.GOOD;
                    case REJECTED, FAILED -> Tone.BAD;
                });
    }

    static String span(Close close) {
        return Format.day(close.startsOn()) + " to " + Format.day(close.endsOn().minusDays(1));
    }

    static String signed(SignOff signOff, Format format) {
        var signed = (signOff.kind() == SignOff.Kind.CLASSIFICATION
                        ? "Classification approved by "
                        : "Publication signed off by ")
                + signOff.person() + ", " + format.at(signOff.signedAt())
                + (signOff.comment() == null ? "" : ": “" + signOff.comment() + "”") + ".";
        return signOff.stands()
                ? signed
                : signed + " Suspended " + format.at(signOff.suspendedAt()) + ": " + signOff.suspendedBecause() + ".";
    }
}
