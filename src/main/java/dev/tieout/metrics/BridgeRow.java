package dev.tieout.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a bridge from a row of figures: the columns that computed and published figures share. */
public final class BridgeRow {

    private BridgeRow() {}

    /** A row mapper; {@code number} is not used. */
    public static Bridge bridge(ResultSet row, int number) throws SQLException {
        return new Bridge(
                row.getString("dimension"),
                row.getString("slice"),
                row.getBigDecimal("opening"),
                row.getBigDecimal("new"),
                row.getBigDecimal("reactivation"),
                row.getBigDecimal("expansion"),
                row.getBigDecimal("contraction"),
                row.getBigDecimal("churn"),
                row.getBigDecimal("fx"),
                row.getBigDecimal("closing"),
                new Bridge.Accounts(
                        row.getLong("cohort_accounts"),
                        row.getLong("retained_accounts"),
                        row.getLong("new_accounts"),
                        row.getLong("reactivated_accounts"),
                        row.getLong("expanded_accounts"),
                        row.getLong("contracted_accounts"),
                        row.getLong("churned_accounts"),
                        row.getLong("excluded_accounts")));
    }
}
