package dev.tieout.rules.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTableRefused.Fault;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one table, collected while it is read. */
final class Faults {

    static final int LARGEST_FILE = 1_000_000;
    static final int LONGEST_TABLE = 1_000;
    private static final int SHOWN = 80;

    private final String table;
    private final List<Fault> found = new ArrayList<>();

    Faults(String table) {
        this.table = table;
    }

    void ofTable(String reason) {
        add(0, "", "", reason);
    }

    void add(int row, String column, String value, String reason) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        found.add(new Fault(row, column, shown, reason));
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new RuleTableRefused(table, found);
        }
    }

    /** The file's lines; refuses at once what is too large or no text. */
    List<List<String>> linesOf(String csv) {
        if (csv.length() > LARGEST_FILE) {
            ofTable("a table has at most " + LARGEST_FILE + " characters");
        } else if (csv.indexOf('\0') >= 0) {
            ofTable("this is no text file");
        }
        refuseIfAny();
        try {
            return TableText.split(csv);
        } catch (CsvParseException _) {
            ofTable("this is no comma-separated text");
            refuseIfAny();
            return List.of();
        }
    }

    void checkLength(int rows) {
        if (rows == 0) {
            ofTable("the table has no rows");
        } else if (rows > LONGEST_TABLE) {
            ofTable("a table has at most " + LONGEST_TABLE + " rows, this one has " + rows);
        }
    }
}
