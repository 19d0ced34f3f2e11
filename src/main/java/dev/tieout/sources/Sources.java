package dev.tieout.sources;

import dev.tieout.sources.Receipt.Reject;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The source files of the current organisation's closes. */
public interface Sources {

    /**
     * Takes a file in, in one transaction: streamed, hashed, checked row by row, stored set-based. A bad row never stops the good ones.
     * The same bytes a second time give the first receipt again and change nothing. A further file of a kind adds to the first;
     * a snapshot line that both hold is a duplicate. For analysts.
     *
     * @param profile the saved column mapping; {@code generic-snapshot}, {@code generic-ledger}, {@code generic-retained},
     *     {@code generic-accounts} or {@code generic-rates}
     * @param body read once, to its end; closed by the caller
     * @throws FileRefused when the file as a whole cannot be read: wrong header, empty, binary, too large, unknown profile
     */
    Receipt receive(Period period, SourceKind kind, String profile, String fileName, InputStream body);

    /**
     * Takes a file's rows out again in favour of a corrected one of the same kind and profile, in one transaction; the old receipt stays,
     * superseded. Not once the close is final. For analysts.
     */
    Receipt replace(long sourceId, String fileName, InputStream body);

    /** Receipts of a close, oldest first. */
    List<Receipt> of(long closeId);

    /** One receipt. */
    Receipt receipt(long sourceId);

    /**
     * Takes rejected rows in again after somebody has corrected them, as a source of their own with a receipt of its own. Nothing else
     * comes in this way: a row without a rejected one's line, or with one that came again already, is a reject anew. For analysts.
     *
     * @param body CSV as {@link #writeRejects} gives it, comma-separated; rows may be left out
     */
    Receipt correct(long sourceId, String fileName, InputStream body);

    /**
     * Writes the rejected rows of a source with the columns of their file, and their line and reason in the columns
     * {@code tieout_line} and {@code tieout_reason}; cells that a spreadsheet would run are shielded as {@code InertText} says.
     */
    void writeRejects(long sourceId, Writer out);

    /**
     * Rejects in order of line and column.
     *
     * @param cursor where the page before ended; null for the first
     */
    RejectPage rejects(long sourceId, @Nullable String cursor, int limit);

    /**
     * What makes the figures of a close provisional whatever is tied out, in sentences: files with rows of an accounting period that can
     * still change. Empty when nothing does.
     */
    List<String> provisional(long closeId);

    /** Hands on every reject of a source in line order, without holding them all. */
    void eachReject(long sourceId, Consumer<Reject> reader);

    /**
     * What stands in the way of classifying with what is in, in sentences: no billing snapshot, no opening snapshot in the first period, a
     * currency without a rate, an account too large to be counted, rejected rows that nobody has acknowledged. Empty when nothing
     * does.
     */
    List<String> exceptions(long closeId);

    /**
     * A person has seen the rows that were rejected so far and lets the close go on without them. A file that comes later needs it anew.
     * For analysts and controllers.
     *
     * @param comment why they may stay out; not blank
     */
    void acknowledgeRejects(long closeId, String comment);

    /**
     * A page of rejects.
     *
     * @param next the cursor of the following page; null on the last
     */
    record RejectPage(List<Reject> items, @Nullable String next) {}

    /** The file as a whole was refused; nothing of it was kept. */
    final class FileRefused extends Refusal {
        public FileRefused(Kind kind, String type, String sentence) {
            super(kind, type, sentence);
        }
    }

    /** No such source here. */
    final class NoSuchSource extends Refusal {
        public NoSuchSource(long id) {
            super(Kind.MISSING, "no-such-source", "There is no source " + id + ".");
        }
    }
}
