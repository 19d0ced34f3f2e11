package dev.tieout.publication.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.AccountDifference;
import dev.tieout.publication.AccountDifference.Side;
import dev.tieout.terms.InertText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The movements that differ between two versions as CSV (RFC 4180): both sides, then the effect on every line of the bridge. Amounts are
 * exact, in major units; a side that a version does not have is empty. Text that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
public final class DifferenceTable {

    private static final List<String> SIDE = List.of("opening", "closing", "fx", "class", "reason", "excluded");

    private DifferenceTable() {}

    /**
     * Writes the header and a row for each difference as it comes.
     *
     * @param all hands every difference to the reader it is given
     */
    public static void write(Writer out, Consumer<Consumer<AccountDifference>> all) throws IOException {
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(columns());
            all.accept(difference -> csv.writeRecord(row(difference)));
        }
    }

    /** The columns, in an order that stays. */
    public static List<String> columns() {
        var columns = new ArrayList<>(List.of("account", "name", "line"));
        SIDE.forEach(column -> columns.add("from_" + column));
        SIDE.forEach(column -> columns.add("to_" + column));
        Arrays.stream(BridgeLine.values()).forEach(line -> columns.add("effect_" + line.slug()));
        return columns;
    }

    private static List<String> row(AccountDifference difference) {
        var row = new ArrayList<>(List.of(
                InertText.of(difference.account()), InertText.of(difference.name()), InertText.of(difference.line())));
        row.addAll(side(difference.from()));
        row.addAll(side(difference.to()));
        var effects = difference.effects();
        Arrays.stream(BridgeLine.values()).forEach(line -> row.add(exact(effects.getOrDefault(line, BigDecimal.ZERO))));
        return row;
    }

    private static List<String> side(@Nullable Side side) {
        if (side == null) {
            return SIDE.stream().map(column -> "").toList();
        }
        var reason = side.reason();
        var exclusion = side.exclusion();
        return List.of(
                exact(side.opening()),
                exact(side.closing()),
                exact(side.fx()),
                side.movementClass().name(),
                reason == null ? "" : reason.name(),
                exclusion == null ? "" : InertText.of(exclusion.isEmpty() ? "excluded" : exclusion));
    }

    private static String exact(BigDecimal amount) {
        var shortest = amount.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
    }
}
