package dev.tieout.rules;

/**
 * One version of one table, as a close pins it.
 *
 * @param table one of the names in {@link RuleTables}
 * @param version from 1
 */
public record PinnedTable(String table, int version) {

    public PinnedTable {
        if (version < 1) {
            throw new IllegalArgumentException("Versions count from 1: " + table + " " + version);
        }
    }

    /** As the audit trail names it. Its first back-tests stand there under {@code rule/…}, as tasks name it. */
    public String inTrail() {
        return "rules/" + table + "/" + version;
    }
}
