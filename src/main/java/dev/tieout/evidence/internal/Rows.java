package dev.tieout.evidence.internal;

import dev.tieout.evidence.format.CanonicalJson;
import dev.tieout.evidence.format.Cell;
import dev.tieout.evidence.format.Column;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.evidence.format.TableWriter;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Streams the rows of a query into a table of the pack, a thousand at a time; needs a transaction for the driver's cursor. */
@Component
class Rows {

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was written, for the manifest.
     *
     * @param sums by column
     */
    record Written(long rows, Map<String, String> sums) {}

    Written write(Extract extract, Map<String, ?> values, OutputStream out) {
        try (var table = new TableWriter(extract.file(), out)) {
            RowCallbackHandler each = row -> table.write(cells(row, extract.file()));
            jdbc.sql(extract.sql()).params(values).withFetchSize(FETCH).query(each);
            return new Written(table.rows(), table.sums());
        }
    }

    private List<String> cells(ResultSet row, PackFile file) throws SQLException {
        var cells = new ArrayList<String>(file.columns().size());
        for (int i = 0; i < file.columns().size(); i++) {
            cells.add(cell(row, i + 1, file.columns().get(i)));
        }
        return cells;
    }

    private String cell(ResultSet row, int at, Column column) throws SQLException {
        return switch (column.kind()) {
            case KEY -> Cell.key(Objects.requireNonNull(row.getString(at), column.name()));
            case TEXT -> Cell.text(text(row, at));
            case WORD, WHOLE, DATE -> Cell.plain(row.getString(at));
            case DECIMAL -> Cell.decimal(row.getBigDecimal(at));
            case FLAG -> Cell.plain(row.getObject(at, Boolean.class));
            case TIME -> {
                var time = row.getTimestamp(at);
                yield Cell.time(time == null ? null : time.toInstant());
            }
        };
    }

    /** JSON gets its keys in order, so that the same attributes are the same text. */
    private @Nullable String text(ResultSet row, int at) throws SQLException {
        var value = row.getObject(at);
        return value instanceof PGobject object && object.getValue() != null
                ? CanonicalJson.line(json.readTree(object.getValue()))
                : (String) value;
    }
}
