package dev.tieout.movements.ui;

import dev.tieout.terms.MovementClass;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;

/** What screens say of a movement. */
public final class MovementWords {

    private MovementWords() {}

    public static Tag tag(MovementClass movementClass) {
        return new Tag(
                Words.of(movementClass),
                switch (movementClass) {
                    case NEW, REACTIVATION, EXPANSION -> Tone.GOOD;
                    case CONTRACTION, CHURN -> Tone.BAD;
                    case RENEWAL -> Tone.NEUTRAL;
                    case UNCLASSIFIED -> Tone.ATTENTION;
                });
    }
}
