package dev.tieout.sources;

import dev.tieout.sources.Receipt.Reject;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

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
