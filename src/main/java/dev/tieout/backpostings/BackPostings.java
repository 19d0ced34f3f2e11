package dev.tieout.backpostings;

import dev.tieout.sources.LatePosting.RowKey;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The back-posting notes of the current organisation. */
public interface BackPostings {

    /**
     * Raises a note about late postings of a close that is not final; another person decides. For analysts and controllers.
     *
     * @param policyClause the clause of the policy that lets them in; not blank
     * @throws NoteRefused when the reason or the clause is missing, no record is named, or one of them is no late posting of this close
     * @throws PeriodIsFinal when the close is final: then a correction says it
     */
    BackPostingNote raise(Period period, String reason, String policyClause, Set<RowKey> records);

    /** Notes of a close, newest first. */
    List<BackPostingNote> of(long closeId);

    BackPostingNote note(long id);

    /** What it would do to the lines of the close, as they stand now: each line once. */
    List<Effect> effect(BackPostingNote note);

    /** Takes an approved note's records in. Done by the process; once. A note that can no longer be carried out is refused, in words. */
    void apply(long id);

    /** Remembers which process instance drives it. */
    void drivenBy(long id, long processInstanceKey);

    /** Something stops it; null when it is over. */
    void troubled(long id, @Nullable String sentence);

    /**
     * What becomes of a line, or what is added to an account's ledger.
     *
     * @param what subscription and product, or the entry
     * @param before what stands now; null when nothing does
     * @param after what will; null for a ledger posting, which adds {@code change}
     */
    record Effect(
            String account,
            String what,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            BigDecimal change,
            String currency) {}

    /** No such note here. */
    final class NoSuchNote extends Refusal {
        public NoSuchNote(Object which) {
            super(Kind.MISSING, "no-such-back-posting", "There is no back-posting note " + which + ".");
        }
    }

    /** The note cannot be raised so. */
    final class NoteRefused extends Refusal {
        public NoteRefused(Kind kind, String sentence) {
            super(kind, "back-posting-refused", sentence);
        }
    }

    /** The close is final. */
    final class PeriodIsFinal extends Refusal {
        public PeriodIsFinal(String period) {
            super(
                    Kind.CONFLICT,
                    "close-is-final",
                    "The close of " + period
                            + " is final: no back-posting note changes it. Raise a correction instead.");
        }
    }
}
