package dev.tieout.rules;

import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a table comes about: written as a draft, submitted, and approved or rejected by another person. Once submitted it
 * never changes again; a further change is a further version.
 */
public interface RuleDrafts {

    /** The largest file that {@link #receive} takes, in bytes. */
    int LARGEST_FILE = 10_000_000;

    /**
     * A draft with the rows of an existing version, to apply from the first period that has not been opened; announces
     * {@link RuleDraftBegun}. For analysts.
     */
    RuleDraft begin(PinnedTable from, String comment);

    /**
     * A draft with the rows of a file, CSV or XLSX, in either form that a table is downloaded in. For analysts.
     *
     * @param effectiveFrom null for the first period that has not been opened
     * @throws RuleTableRefused naming everything that is wrong; nothing is kept then
     * @throws TooLarge when the file is larger than {@link #LARGEST_FILE}
     */
    RuleDraft receive(String table, byte[] file, @Nullable Period effectiveFrom, String comment);

    /**
     * Keeps a draft as it stands, malformed cells included. For analysts.
     *
     * @param edition as read; saving over a later one is refused
     */
    RuleDraft save(PinnedTable draft, long edition, List<Row> rows, @Nullable Period effectiveFrom, String comment);

    /**
     * Puts the rows of a file in the place of a draft's; its comment and period stay. For analysts.
     *
     * @param edition of the draft that the person has seen
     * @throws RuleVersionRefused when it was changed since
     * @throws RuleTableRefused naming everything that is wrong; the draft stays as it was then
     * @throws TooLarge when the file is larger than {@link #LARGEST_FILE}
     */
    RuleDraft replace(PinnedTable draft, long edition, byte[] file);

    /**
     * Throws a draft away, for good; its number is not used again. For analysts.
     *
     * @param edition that the person has seen
     * @throws RuleVersionRefused when it was changed since, or is no draft any more
     */
    void discard(PinnedTable draft, long edition);

    /**
     * The edition of a draft that the person has seen because they wrote in it last. For analysts, and for a caller that names none.
     *
     * @throws RuleVersionRefused when somebody else wrote in it last
     */
    long ownEdition(PinnedTable draft);

    /** A version as {@link RuleDraft}, whatever its state. */
    RuleDraft draft(PinnedTable pinned);

    /** What these rows would be told if they were saved; keeps nothing. */
    RuleAnalysis analyse(String table, List<Row> rows);

    /** What is wrong with a cell by its column's grammar alone, in words, or null; for a person who is still typing. */
    @Nullable
    String faultOf(String table, String column, String text);

    /**
     * Why a version cannot apply from a period on, with the way on: the period has been opened, or a newer approved version leaves none to
     * it. Empty when it can. A missing period is one that nobody has said yet.
     */
    Optional<Refusal> objectionTo(PinnedTable version, @Nullable Period effectiveFrom);

    /**
     * Hands a draft over for approval and announces {@link RuleVersionSubmitted}. Its content is kept in canonical writing and never
     * changes from here on. For analysts.
     *
     * @param edition that the person has seen
     * @throws RuleTableRefused when a cell is malformed
     * @throws RuleVersionRefused when it is no draft, was changed since, a row can never decide, a golden case breaks, its period has
     *     been opened, or a newer approved version leaves no period to it
     * @throws PeriodIsFinal when only a correction changes its period
     */
    RuleTableVersion submit(PinnedTable draft, long edition);

    /**
     * Lets a submitted version apply from its period on; approved versions that can never apply any more are retired. For approvers,
     * none of whom wrote in it. Part of the decision about its task: people decide there.
     *
     * @throws RuleVersionRefused when it does not wait for that, its period has been opened, or a newer approved version leaves no
     *     period to it
     */
    RuleTableVersion approve(PinnedTable submitted, @Nullable String comment);

    /** Ends a submitted version; the comment tells its author why. For approvers, and part of the decision about its task. */
    RuleTableVersion reject(PinnedTable submitted, String comment);

    /** Why a person may not decide about a submitted version, or null. */
    @Nullable
    String objection(PinnedTable submitted, String person);

    /** The version's state, content or period does not allow this. */
    final class RuleVersionRefused extends Refusal {
        public RuleVersionRefused(Kind kind, String type, String sentence) {
            super(kind, type, sentence);
        }
    }

    /** The period is final: no version applies from it on, and its figures change by a correction only. */
    final class PeriodIsFinal extends Refusal {

        private final Period period;

        /**
         * @param period the final one
         * @param next the first that a version can apply from
         */
        public PeriodIsFinal(Period period, Period next) {
            super(
                    Kind.CONFLICT,
                    "period-is-final",
                    period
                            + " is final and keeps the rules that it was closed by. To change its figures raise a correction of "
                            + period + "; let the version apply from " + next + " on.");
            this.period = period;
        }

        @Override
        public Optional<String> way() {
            return Optional.of("closes/" + period + "/correct");
        }
    }

    /** The file is larger than allowed. */
    final class TooLarge extends Refusal {
        public TooLarge() {
            super(
                    Kind.TOO_LARGE,
                    "file-too-large",
                    "A rule table comes in a file of at most " + LARGEST_FILE / 1_000_000 + " MB.");
        }
    }
}
