package dev.tieout.sources.rest;

import dev.tieout.sources.Receipt;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as the API shows it.
 *
 * @param controlTotals what was accepted, by currency
 * @param leftOut rows that are no data of the close, by what they are; not among {@code rows}
 * @param form what the file was found to be
 * @param corrects the source whose rejects it brings again
 * @param totals what became of every amount, by currency
 */
record ReceiptAnswer(
        long id,
        String kind,
        String profile,
        String fileName,
        String sha256,
        long rows,
        long accepted,
        long duplicates,
        long rejected,
        long late,
        Map<String, String> controlTotals,
        Map<String, TotalsAnswer> totals,
        Map<String, Long> leftOut,
        @Nullable String form,
        @Nullable Long corrects,
        boolean superseded,
        String importedBy,
        Instant importedAt) {

    static ReceiptAnswer of(Receipt receipt) {
        var accepted = new TreeMap<String, String>();
        var totals = new TreeMap<String, TotalsAnswer>();
        receipt.controlTotals().forEach((currency, sums) -> {
            accepted.put(currency, text(sums.accepted(), currency));
            totals.put(currency, TotalsAnswer.of(sums, currency));
        });
        return new ReceiptAnswer(
                receipt.id(),
                receipt.kind().name().toLowerCase(Locale.ROOT),
                receipt.profile(),
                receipt.fileName(),
                receipt.sha256(),
                receipt.rows(),
                receipt.accepted(),
                receipt.duplicates(),
                receipt.rejected(),
                receipt.late(),
                accepted,
                totals,
                receipt.leftOut(),
                receipt.form(),
                receipt.corrects(),
                receipt.superseded(),
                receipt.importedBy(),
                receipt.importedAt());
    }

    private static String text(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }

    /** Sums in major units; {@code rows} is the sum of the others, before each is rounded for display. */
    record TotalsAnswer(String rows, String accepted, String duplicates, String rejected, String late) {
        static TotalsAnswer of(Receipt.Totals sums, String currency) {
            return new TotalsAnswer(
                    text(sums.rows(), currency),
                    text(sums.accepted(), currency),
                    text(sums.duplicates(), currency),
                    text(sums.rejected(), currency),
                    text(sums.late(), currency));
        }
    }
}
