package dev.tieout.backtest.internal;

import dev.tieout.backtest.Moved;
import dev.tieout.backtest.Moved.Side;
import dev.tieout.terms.MovementClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a movement beside the published one from a row of {@link dev.tieout.movements.Replays#REPLAYED}. */
final class MovedRow {

    private MovedRow() {}

    static Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                row.getString("account"),
                row.getString("line"),
                row.getString("account_name"),
                row.getBoolean("stood") ? side(row, "was_", row.getString("was_overridden_by") != null) : null,
                row.getBoolean("stands") ? side(row, "", row.getBoolean("kept_override")) : null);
    }

    private static Side side(ResultSet row, String prefix, boolean overridden) throws SQLException {
        return new Side(
                row.getBigDecimal(prefix + "opening"),
                row.getBigDecimal(prefix + "closing"),
                row.getBigDecimal(prefix + "fx"),
                row.getString(prefix + "status"),
                classOf(row.getString(prefix + "class")),
                row.getString(prefix + "reason"),
                row.getInt(prefix.isEmpty() ? "rule_row" : "was_rule_row"),
                overridden,
                row.getString(prefix + "excluded_by") != null);
    }

    private static @Nullable MovementClass classOf(@Nullable String name) {
        return name == null ? null : MovementClass.valueOf(name);
    }
}
