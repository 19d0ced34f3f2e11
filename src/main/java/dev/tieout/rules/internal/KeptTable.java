package dev.tieout.rules.internal;

import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.RuleTableContent.Row;
import dev.tieout.rules.RuleTables;
import java.util.List;

/** A table that has been read and checked, of whichever kind. */
sealed interface KeptTable permits DecisionTable, StatusCrosswalk {

    /** The tables that every organisation has. */
    List<String> NAMES =
            List.of(RuleTables.MOVEMENT_CLASSIFICATION, RuleTables.VARIANCE_CAUSE, RuleTables.STATUS_CROSSWALK);

    String name();

    /** In canonical writing. */
    String csv();

    List<String> columns();

    List<Row> described();

    /** Reads the table of that name, by the header of the generation that it was written in. */
    static KeptTable read(String name, String csv) {
        return name.equals(RuleTables.STATUS_CROSSWALK)
                ? StatusCrosswalk.read(csv)
                : TableReader.read(generations(name), csv);
    }

    static String titleOf(String name) {
        return name.equals(RuleTables.STATUS_CROSSWALK)
                ? StatusCrosswalk.TITLE
                : generations(name).getFirst().title();
    }

    private static List<TableSchema> generations(String name) {
        var generations = Schemas.generationsOf(name);
        if (generations.isEmpty()) {
            throw new NoSuchRuleTable(name);
        }
        return generations;
    }
}
