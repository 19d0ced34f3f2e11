package dev.tieout.closing;

import dev.tieout.rules.PinnedTable;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The closes of the current organisation. */
public interface Closes {

    /**
     * Opens a period: pins policy and rules and announces {@link CloseOpened}, from which the process starts. For analysts and
     * controllers.
     *
     * @throws PeriodExists when it is open or closed already
     * @throws PreviousNotPublished when the period before it has no publication, or a period is skipped
     */
    Close open(Period period);

    /** The close of a period, or {@link NoSuchClose}. */
    Close of(Period period);

    /** The close with that key, or {@link NoSuchClose}. */
    Close withKey(long closeId);

    /** The close of the period before, if this organisation has one. */
    Optional<Close> before(Close close);

    /** All closes, newest period first. */
    List<Close> all();

    /** The process has entered a step. Clears {@code trouble}. Idempotent. */
    void entered(long closeId, CloseState state, String step);

    /** Something stops the close; people see the sentence. State becomes FAILED. */
    void troubled(long closeId, String step, String sentence);

    /** Remembers which process instance drives the close. */
    void drivenBy(long closeId, long processInstanceKey);

    /** The opening cohort is frozen, with this hash. */
    void cohortFrozen(long closeId, String sha256);

    /**
     * Something that people sign for has changed: raises the revision and suspends the sign-offs of the given kind and of every later
     * kind. While an approved correction is being applied, its approval is the signature: the revision rises and nothing is suspended
     * or announced.
     *
     * @return the new revision
     * @throws CloseIsFinal when it has become final meanwhile; the change may not be committed then
     */
    long changed(long closeId, SignOff.Kind touched, String because);

    /**
     * Lets the close use another version of the status crosswalk than the one it pinned when it opened: what a word means is asked while
     * files are read, so words that nobody knew then can be learnt. Every other table stays as pinned. Whether the version fits is for the
     * caller to know. Raises the revision as {@link #changed} does. For analysts.
     *
     * @param because the version's own comment, for the trail
     * @throws CrosswalkStays when the classification has been approved or a version is out
     */
    Close repin(long closeId, PinnedTable crosswalk, String because);

    /**
     * A final close takes changes until {@link #endCorrection}, which the same transaction has to call: the correction's approval stands
     * in for new sign-offs.
     *
     * @throws IllegalStateException when the close is not final or a correction is being applied to it
     */
    void beginCorrection(long closeId, long correctionId);

    /** The close is final again for everyone. */
    void endCorrection(long closeId);

    /**
     * The close's revision, kept from rising until the transaction ends: what is decided at it cannot be overtaken by a change.
     */
    long holdRevision(long closeId);

    /** A period of that name exists. */
    final class PeriodExists extends Refusal {
        public PeriodExists(Period period) {
            super(Kind.CONFLICT, "period-exists", "The period " + period + " has been opened already.");
        }
    }

    /** The previous period stands in the way. */
    final class PreviousNotPublished extends Refusal {
        public PreviousNotPublished(String sentence) {
            super(Kind.CONFLICT, "previous-not-published", sentence);
        }
    }

    /** The period is not of the length that the policy closes. */
    final class WrongLength extends Refusal {
        public WrongLength(String sentence) {
            super(Kind.INVALID, "wrong-period-length", sentence);
        }
    }

    /** No such close in this organisation. */
    final class NoSuchClose extends Refusal {
        public NoSuchClose(@Nullable Object which) {
            super(Kind.MISSING, "no-such-close", "There is no close of " + which + ".");
        }
    }

    /** The crosswalk of a close no longer changes. */
    final class CrosswalkStays extends Refusal {
        public CrosswalkStays(Close close) {
            super(
                    Kind.CONFLICT,
                    "crosswalk-stays",
                    "The classification of " + close.period()
                            + " has been approved, or a version is out: it keeps its status crosswalk.");
        }
    }

    /** The close is final: only a correction changes it now. */
    final class CloseIsFinal extends Refusal {
        public CloseIsFinal(Close close) {
            super(
                    Kind.CONFLICT,
                    "close-is-final",
                    "The close of " + close.period() + " is final. Only an approved correction changes it now.");
        }
    }
}
