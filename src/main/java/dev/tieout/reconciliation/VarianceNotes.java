package dev.tieout.reconciliation;

import dev.tieout.terms.Refusal;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people say and show about variances. Nothing here is ever changed or removed. */
public interface VarianceNotes {

    /** Bytes of an attachment at most: 10 MB. */
    int LARGEST = 10 * 1024 * 1024;

    /** Characters of a comment at most. */
    int LONGEST = 10_000;

    /** Says something about a variance, while the close may change. For analysts, approvers and controllers. */
    Note comment(long variance, String text);

    /**
     * Puts a file beside a variance, while the close may change. For analysts, approvers and controllers. PDF, PNG, JPEG, XLSX, DOCX,
     * CSV and plain text, by what the bytes say.
     *
     * @param name as sent; path, control characters and what else could mislead is taken out
     * @throws NoteRefused when it is empty, too large, or of another type
     */
    Note attach(long variance, String name, InputStream content);

    /** Comments and attachments of a variance, oldest first. */
    List<Note> of(long variance);

    /** Comments and attachments of a whole close, by variance and oldest first: for its evidence pack. */
    List<Note> ofClose(long closeId);

    /** An attachment with its bytes. */
    Attachment attachment(long variance, long id);

    /**
     * A comment, or an attachment's receipt.
     *
     * @param text what was said, or the file's name
     * @param file null for a comment
     */
    record Note(
            long id,
            long variance,
            Instant at,
            String person,
            String text,
            @Nullable File file) {}

    /** What is known of an attached file; SHA-256 in hex. */
    record File(String type, long bytes, String sha256) {}

    /** A file to download; its content is in memory and read once. */
    record Attachment(String name, String type, InputStream content) {}

    /** The variance has no such attachment. */
    final class NoSuchAttachment extends Refusal {
        public NoSuchAttachment(long id) {
            super(Kind.MISSING, "no-such-attachment", "There is no attachment " + id + ".");
        }
    }

    /** The comment or file is not taken. */
    final class NoteRefused extends Refusal {
        public NoteRefused(Kind kind, String type, String sentence) {
            super(kind, type, sentence);
        }
    }
}
