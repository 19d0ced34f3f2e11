package dev.tieout.corrections;

import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The correction notes of the current organisation's closes. */
public interface Corrections {

    /**
     * Raises a note about a final close and announces {@link CorrectionRaised}, from which its process starts. For analysts and
     * controllers.
     *
     * @throws CloseNotFinal when the close has not come to a final version
     * @throws CorrectionUndecided while another note about the close waits
     * @throws ChangesRefused with every change named that cannot be as the close stands
     */
    Correction raise(Period period, Draft draft);

    /** Those of a close, newest first. */
    List<Correction> of(long closeId);

    /** One correction, or {@link NoSuchCorrection}. */
    Correction correction(long id);

    /**
     * Carries the note out in a transaction of its own that is rolled back, and keeps what it came to. What the numbers do not bear is
     * kept as the refusal. For the product itself; asked again it does nothing once that is known.
     *
     * @return where the correction stands now: AWAITING_APPROVAL or REFUSED
     */
    Correction.State preview(long id);

    /**
     * Carries an approved note out and publishes the restated versions, in one transaction. For the product itself; idempotent.
     *
     * @throws NumbersChanged when it comes to anything else than was approved; nothing has changed then
     */
    void apply(long id);

    /** Takes the decision back and asks for another preview, with the reason. For the product itself; idempotent. */
    void previewAgain(long id, String because);

    /** Remembers which process instance drives it. */
    void drivenBy(long id, long processInstanceKey);

    /** Something keeps the product from going on with it; people see the sentence until it does. */
    void troubled(long id, String sentence);

    /** It waits for a person now: what kept the product from going on is over. For the product itself; idempotent. */
    void waits(long id);

    /**
     * A note to raise.
     *
     * @param comment why; not blank, at most 2,000 characters
     * @param policyClause at most 200 characters, or null
     */
    record Draft(String comment, @Nullable String policyClause, List<Change> changes) {}

    /** Before a final version the close itself is still open to changes. */
    final class CloseNotFinal extends Refusal {
        public CloseNotFinal(String period) {
            super(
                    Kind.CONFLICT,
                    "close-not-final",
                    "The close of " + period
                            + " is not final yet. Change its sources and decisions instead of correcting it.");
        }
    }

    /** One note at a time. */
    final class CorrectionUndecided extends Refusal {
        public CorrectionUndecided(String period) {
            super(
                    Kind.CONFLICT,
                    "correction-undecided",
                    "Another correction of " + period + " has not been decided yet. Several follow one another.");
        }
    }

    /** No such correction here. */
    final class NoSuchCorrection extends Refusal {
        public NoSuchCorrection(Object which) {
            super(Kind.MISSING, "no-such-correction", "There is no correction " + which + ".");
        }
    }

    /** What was approved is not what would be published. */
    final class NumbersChanged extends Refusal {
        public NumbersChanged(String because) {
            super(Kind.CONFLICT, "numbers-changed", "The numbers changed since the preview. " + because);
        }
    }
}
