package dev.tieout.sources;

import dev.tieout.sources.LatePosting.RowKey;
import dev.tieout.terms.Page;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was posted after the cutoff. It goes to the close whose cutoff is later by itself, when that one opens: a snapshot of that period says
 * better what stands at its end, so a late row counts where no file of the period tells of its line.
 */
public interface LatePostings {

    /**
     * Those that came with a close's files and those that it took in from earlier ones, in order of file and line.
     *
     * @param cursor where the page before ended; null for the first
     */
    Page<LatePosting> of(long closeId, @Nullable String cursor, int limit);

    /** How many came with a close's files. */
    Counts counts(long closeId);

    /** Those of a close's files with these names, in order of file and line; names of others are left out. */
    List<LatePosting> named(long closeId, Set<RowKey> keys);

    /**
     * Waits for imports that are storing their rows, and keeps others from it until the transaction ends. Before {@link #backPost}, and
     * before any close is locked: imports take locks in that order.
     */
    void inOrder();

    /**
     * Takes late postings into the close that they came with, as an approved note says: in place of what stands there under the same lines,
     * and no longer in a later period. One receipt for each kind of row, under the SHA-256 of the note's own text. Done by the product.
     *
     * @throws dev.tieout.closing.Closes.CloseIsFinal when it has become final
     */
    List<Receipt> backPost(long closeId, Note note);

    /**
     * What to take in.
     *
     * @param id of the note
     * @param text its canonical text
     */
    record Note(long id, String text, Set<RowKey> records) {}

    /**
     * Late postings that came with a close's files.
     *
     * @param waiting those that no later period has taken in yet
     * @param backPosted those that an approved note took in
     */
    record Counts(long late, long waiting, long backPosted) {}

    /** The text is no cursor of the list. */
    final class MalformedCursor extends Refusal {
        public MalformedCursor(String text) {
            super(Kind.INVALID, "invalid-cursor", "“" + text + "” is no cursor of this list.");
        }
    }
}
