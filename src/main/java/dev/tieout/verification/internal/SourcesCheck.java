package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.publication.Publication.SourceStamp;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Receipts add up, agree with the rejects and duplicates that were kept, and those that count are the ones stamped. */
final class SourcesCheck implements Check {

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var rejected = count(pack, PackFile.REJECTS, row -> row.whole("line"));
        var duplicates = count(pack, PackFile.DUPLICATES, row -> row.whole("line"));
        var stamps = new TreeMap<Long, SourceStamp>();
        pack.publication().publication().stamps().sources().forEach(stamp -> stamps.put(stamp.id(), stamp));
        long receipts = 0;
        long rows = 0;
        try (var table = pack.rows(PackFile.RECEIPTS)) {
            for (var row = table.take(); row != null; row = table.take()) {
                long id = row.whole("id");
                checkCounts(row);
                checkKept(row, "rejected", rejected.getOrDefault(id, 0L));
                checkKept(row, "duplicates", duplicates.getOrDefault(id, 0L));
                if (row.cell("state").equals("ACCEPTED")) {
                    checkStamp(row, stamps.remove(id));
                }
                receipts++;
                rows += whole(row, "rows");
            }
        }
        if (!stamps.isEmpty()) {
            throw Difference.damage(PackFile.PUBLICATION.path() + " is stamped with source " + stamps.firstKey()
                    + ", which has no receipt that counts.");
        }
        checkTotals(pack);
        return Words.count(receipts, "receipt") + " over " + Words.count(rows, "row");
    }

    /** Rows by source; several with the same line count once, as a row can have several faults. */
    private static Map<Long, Long> count(Pack pack, PackFile file, ToLongFunction<Row> line) throws IOException {
        var counts = new HashMap<Long, Long>();
        long source = -1;
        long before = -1;
        try (var table = pack.rows(file)) {
            for (var row = table.take(); row != null; row = table.take()) {
                if (row.whole("source_id") != source || line.applyAsLong(row) != before) {
                    counts.merge(row.whole("source_id"), 1L, Long::sum);
                }
                source = row.whole("source_id");
                before = line.applyAsLong(row);
            }
        }
        return counts;
    }

    private static long whole(Row row, String column) {
        return row.amount(column).longValueExact();
    }

    private static void checkCounts(Row row) {
        long sum = 0;
        for (var fate : List.of("accepted", "duplicates", "rejected", "late")) {
            sum += whole(row, fate);
        }
        if (sum != whole(row, "rows")) {
            throw row.difference("rows", sum);
        }
    }

    private static void checkKept(Row row, String column, long kept) {
        if (whole(row, column) != kept) {
            throw row.difference(column, kept);
        }
    }

    private static void checkStamp(Row row, @Nullable SourceStamp stamp) {
        if (stamp == null) {
            throw row.difference("state", "a receipt that the version is stamped with");
        }
        if (!row.cell("kind").equals(stamp.kind())) {
            throw row.difference("kind", stamp.kind());
        }
        if (!row.cell("sha256").equals(stamp.sha256())) {
            throw row.difference("sha256", stamp.sha256());
        }
        if (whole(row, "rows") != stamp.rows()) {
            throw row.difference("rows", stamp.rows());
        }
    }

    /** Of each currency: what the rows amount to is what became of them, added up. */
    private static void checkTotals(Pack pack) throws IOException {
        var sums = new TreeMap<String, BigDecimal>();
        try (var table = pack.rows(PackFile.CONTROL_TOTALS)) {
            for (var row = table.take(); row != null; row = table.take()) {
                var of = "source_id " + row.whole("source_id") + ", currency " + Difference.shown(row.key("currency"));
                var amount = row.cell("measure").equals("rows")
                        ? row.amount("amount")
                        : row.amount("amount").negate();
                sums.merge(of, amount, BigDecimal::add);
            }
        }
        sums.forEach((of, left) -> {
            if (left.signum() != 0) {
                throw Difference.of(PackFile.CONTROL_TOTALS.path(), of, "rows less the sum of their fates", 0, left);
            }
        });
    }
}
