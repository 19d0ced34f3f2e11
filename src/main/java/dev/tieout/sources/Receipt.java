package dev.tieout.sources;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file: {@code rows = accepted + duplicates + rejected + late}, and the amounts of each currency likewise.
 *
 * @param sha256 of the bytes as they came
 * @param controlTotals by currency; rows whose amount or currency could not be read count in no total
 * @param leftOut rows that are no data of the close — totals, headings, other months — by what they are; they are not among {@code rows}
 * @param form what the file was found to be; null for one from before that was noted
 * @param open accepted rows of an accounting period that can still change
 * @param corrects the source whose rejects this file brings again
 * @param superseded a later file of the same kind has taken its place
 * @param repeated the answer to a file that was in already: this call changed nothing
 */
public record Receipt(
        long id,
        SourceKind kind,
        String profile,
        String fileName,
        String sha256,
        long rows,
        long accepted,
        long duplicates,
        long rejected,
        long late,
        Map<String, Totals> controlTotals,
        Map<String, Long> leftOut,
        @Nullable String form,
        long open,
        @Nullable Long corrects,
        boolean superseded,
        String importedBy,
        Instant importedAt,
        boolean repeated) {

    /** The profile in receipts of what earlier closes' late postings brought. */
    public static final String LATE_POSTINGS = "late-postings";

    /** The profile in receipts of approved back-posting notes. */
    public static final String BACK_POSTING = "back-posting-note";

    /** The profiles in receipts of what the product itself brought, which nobody can name for a file. */
    public static final Set<String> OWN = Set.of(LATE_POSTINGS, BACK_POSTING, SourceCorrections.PROFILE);

    /** Somebody handed a file in; else the product itself brought the rows. */
    public boolean isFile() {
        return !OWN.contains(profile);
    }

    /** The same receipt, as the answer to the same bytes again. */
    public Receipt again() {
        return new Receipt(
                id,
                kind,
                profile,
                fileName,
                sha256,
                rows,
                accepted,
                duplicates,
                rejected,
                late,
                controlTotals,
                leftOut,
                form,
                open,
                corrects,
                superseded,
                importedBy,
                importedAt,
                true);
    }

    /** Sums of one currency, in major units; {@code rows} is the sum of the other four. */
    public record Totals(
            BigDecimal rows, BigDecimal accepted, BigDecimal duplicates, BigDecimal rejected, BigDecimal late) {}

    /** A row that was not taken in. */
    public record Reject(
            long line,
            String column,
            @Nullable String value,
            String reason,
            @Nullable String row) {}
}
