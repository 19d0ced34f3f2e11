package dev.tieout.movements.internal;

import dev.tieout.movements.Placement;
import dev.tieout.movements.Placement.By;
import dev.tieout.policy.MetricPolicy.TimestampRule;
import dev.tieout.sources.SourceCorrections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads from a row of {@link SourceRows} what placed it. */
final class PlacedRow {

    private PlacedRow() {}

    static Placement of(ResultSet row) throws SQLException {
        var by = by(row);
        var at = instant(row, "posted_at");
        boolean stated = by == By.STATED_PERIOD;
        boolean timed = at != null && by != By.CORRECTION;
        var written = row.getString("placed_value");
        var period = row.getString("placed_period");
        var value = written == null ? (timed ? String.valueOf(at) : period) : written;
        return new Placement(
                by,
                timed ? column(row) : stated ? row.getString("placed_else") : null,
                timed || (stated && row.getString("placed_else") != null) ? value : null,
                timed ? at : null,
                row.getString("time_zone"),
                period,
                TimestampRule.valueOf(row.getString("timestamp_rule")),
                row.getInt("policy_version"),
                row.getObject("cutoff", OffsetDateTime.class).toInstant(),
                row.getObject("back_posting_id", Long.class));
    }

    private static By by(ResultSet row) throws SQLException {
        if (row.getObject("source_id") == null) {
            return By.PREVIOUS_CLOSING;
        }
        if (SourceCorrections.PROFILE.equals(row.getString("profile"))) {
            return By.CORRECTION;
        }
        if (row.getObject("back_posting_id") != null) {
            return By.BACK_POSTING;
        }
        if (row.getBoolean("stands")) {
            return By.STANDS_AS_OPENED;
        }
        if (row.getObject("late_close") != null) {
            return By.LATE_POSTING;
        }
        if (row.getObject("posted_at") != null) {
            return By.TIMESTAMP;
        }
        if (row.getBoolean("from_events")) {
            return By.NO_EVENT;
        }
        return row.getString("placed_else") == null ? By.FILE : By.STATED_PERIOD;
    }

    /** Files from before their columns were kept had the generic one. */
    private static String column(ResultSet row) throws SQLException {
        var ofEvent = row.getString("event_column");
        var column = ofEvent == null ? row.getString("placed_by") : ofEvent;
        return column == null ? "posted_at" : column;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
