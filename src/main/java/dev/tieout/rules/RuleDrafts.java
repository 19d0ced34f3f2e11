package dev.tieout.rules;

import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a table comes about: written as a draft, submitted, and approved or rejected by another person. Once submitted it
 * never changes again; a further change is a further version.
 */
public interface RuleDrafts {

    /** The largest file that {@link #receive} takes, in bytes. */
    int LARGEST_FILE = 10_000_000;

    /** A draft with the rows of an existing version, to apply from the first period that has not been opened. For analysts. */
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

    /** A version as {@link RuleDraft}, whatever its state. */
    RuleDraft draft(PinnedTable pinned);

    /** What these rows would be told if they were saved; keeps nothing. */
    RuleAnalysis analyse(String table, List<Row> rows);

    /** What is wrong with a cell by its column's grammar alone, in words, or null; for a person who is still typing. */
    @Nullable
    String faultOf(String table, String column, String text);

    /**
     * Hands a draft over for approval. Its content is kept in canonical writing and never changes from here on. For analysts.
     *
     * @throws RuleTableRefused when a cell is malformed
     * @throws RuleVersionRefused when it is no draft, a row can never decide, a golden case breaks, or its period has been opened
     */
    RuleTableVersion submit(PinnedTable draft);

    /**
     * Lets a submitted version apply from its period on; approved versions that can never apply any more are retired. For approvers,
     * none of whom wrote in it.
     */
    RuleTableVersion approve(PinnedTable submitted, @Nullable String comment);

    /** Ends a submitted version; the comment tells its author why. For approvers. */
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
