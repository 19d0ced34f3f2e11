package dev.tieout.movements;

import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The movements of the current organisation's closes. */
public interface Movements {

    /** In how many shards a close is classified: one per 25,000 accounts of cohort and snapshot, 1 to 64. */
    int shards(long closeId);

    /**
     * Builds the facts of one shard of accounts in SQL, streams them to the decision table in batches and stores the movements
     * set-based, people's standing decisions applied on top. Repeating it replaces the shard. Never holds more than one batch. A
     * standing override whose class the amounts no longer bear is set aside, and the movement flagged for review.
     *
     * @param shard 0 to {@code shards - 1}
     * @return the number of movements in the shard
     * @throws RateMissing when an amount cannot be converted
     */
    long classify(long closeId, int shard, int shards);

    /**
     * Classifies these accounts again, from their lines as they are now, and no others. In a close that is being corrected every account
     * keeps the attributes that it was published with. For analysts and approvers.
     *
     * @throws RateMissing when an amount cannot be converted
     */
    void reclassify(long closeId, Set<String> accounts);

    /** Movements by class in force, excluded ones left out. Every class is a key. */
    Map<MovementClass, Long> counts(long closeId);

    /** How many movements match. */
    long count(long closeId, MovementFilter filter);

    /** Movements in order of account and line, {@code offset} first left out; for lazy grids. */
    List<Movement> find(long closeId, MovementFilter filter, Sort sort, long offset, int limit);

    /** One page by account order after a cursor; for REST. */
    List<Movement> after(long closeId, MovementFilter filter, @Nullable String cursor, int limit);

    /** One movement, or {@link NoSuchMovement}. */
    Movement of(long closeId, String account, String line);

    /** Every movement of an account: one, or at line grain one for each line in their order. {@link NoSuchMovement} when none. */
    List<Movement> ofAccount(long closeId, String account);

    /** The source rows behind a movement. */
    List<SourceRow> sourceRows(long closeId, String account, String line);

    /** The source rows behind each movement of a page, read at once; every movement is a key. */
    Map<Movement, List<SourceRow>> sourceRows(long closeId, List<Movement> page);

    /**
     * Sets another class or reason, with a comment. Raises the close's revision and suspends the sign-offs it touches. For analysts and
     * approvers, while the close is not final.
     */
    Movement override(long closeId, String account, String line, MovementClass to, Reason reason, String comment);

    /** Takes an override back: the table's verdict stands again. */
    Movement undoOverride(long closeId, String account, String line, String comment);

    /** Takes an account out of the period's numbers, with a reason. */
    void exclude(long closeId, String account, String reason, String comment);

    /** Takes an excluded account in again. */
    void include(long closeId, String account, String comment);

    /** Order of a list of movements. */
    record Sort(By by, boolean descending) {
        public enum By {
            ACCOUNT,
            CLASS,
            OPENING,
            CLOSING,
            CHANGE
        }

        public static Sort byAccount() {
            return new Sort(By.ACCOUNT, false);
        }
    }

    /** No movement of that account in the close. */
    final class NoSuchMovement extends Refusal {
        public NoSuchMovement(String account) {
            super(Kind.MISSING, "no-such-movement", "The close has no movement of account “" + account + "”.");
        }
    }

    /** The text is no cursor of ours. */
    final class MalformedCursor extends Refusal {
        public MalformedCursor(String text) {
            super(
                    Kind.INVALID,
                    "malformed-cursor",
                    "“" + text + "” is no cursor; take the one that a page gave as next.");
        }
    }

    /** The decision cannot be made. */
    final class DecisionRefused extends Refusal {
        public DecisionRefused(Kind kind, String sentence) {
            super(kind, "movement-decision-refused", sentence);
        }
    }
}
