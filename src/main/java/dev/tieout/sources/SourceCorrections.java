package dev.tieout.sources;

import dev.tieout.terms.AccountStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an approved correction note says instead of a close's files, with receipts of its own. */
public interface SourceCorrections {

    /** The profile in the receipts of correction notes. */
    String PROFILE = "correction-note";

    /**
     * Takes a note's rows in, in place of those that stand under the same keys, which the note keeps as they were. One receipt for each kind
     * of row, every row of it accepted, under the SHA-256 of the note's own text. The current actor stands in the receipts.
     *
     * @throws dev.tieout.closing.Closes.CloseIsFinal unless a correction is being applied to the close
     * @throws Sources.FileRefused when a posting's entry id is in the ledger already, or the first period's opening is not this close's
     */
    List<Receipt> apply(long closeId, Note note);

    /**
     * The rows of a note.
     *
     * @param name stands in the receipts as the file's name
     * @param text the note's canonical text
     * @param billed lines as they recur when the period ends; one without amount or out of service stays listed, at nothing
     * @param opening lines as they recurred when an organisation's first period began; one without recurring revenue is taken out
     */
    record Note(String name, String text, List<Line> billed, List<Line> opening, List<Posting> postings) {}

    /**
     * A recurring line.
     *
     * @param position of the change in its note, from 1
     * @param mrr 0 or more, at most 4 decimals
     * @param quantity null leaves what stood
     * @param discount an amount a month; null leaves what stood
     */
    record Line(
            int position,
            String account,
            String subscription,
            String product,
            BigDecimal mrr,
            String currency,
            AccountStatus status,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal discount) {}

    /** A ledger posting of the period. */
    record Posting(
            int position,
            String entryId,
            String account,
            LocalDate postedOn,
            BigDecimal amount,
            String currency,
            @Nullable String glAccount) {}
}
