package dev.tieout.rules;

import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A table was handed in that is not well formed. Nothing of it was compiled or kept. */
public final class RuleTableRefused extends Refusal {

    private static final int SHOWN = 5;

    private final transient List<Fault> faults;

    public RuleTableRefused(String table, List<Fault> faults) {
        super(Kind.INVALID, "rule-table-refused", sentence(table, faults));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, in reading order; never empty. */
    public List<Fault> faults() {
        return faults;
    }

    private static String sentence(String table, List<Fault> faults) {
        String listed = faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("; "));
        String more = faults.size() > SHOWN ? "; and " + (faults.size() - SHOWN) + " more" : "";
        return "The table “" + table + "” was refused: " + listed + more + ".";
    }

    /**
     * One thing that is wrong.
     *
     * @param row the row's position from 1; 0 for the header rows or the table as a whole
     * @param column the column's label, empty for a whole row
     * @param value what stood there
     * @param reason what would be right, in words
     */
    public record Fault(int row, String column, String value, String reason) {

        @Override
        public String toString() {
            String place = row == 0 ? "header" : "row " + row;
            return place + (column.isEmpty() ? "" : ", " + column) + (value.isEmpty() ? "" : " “" + value + "”") + ": "
                    + reason;
        }
    }
}
