package dev.tieout.lineage.internal;

import dev.tieout.lineage.Lineage;
import dev.tieout.lineage.Origin;
import dev.tieout.lineage.Origin.Carried;
import dev.tieout.lineage.Origin.Moved;
import dev.tieout.lineage.Origin.OriginFile;
import dev.tieout.lineage.Origin.Place;
import dev.tieout.lineage.Origin.RejectedRow;
import dev.tieout.movements.SourceRow.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows behind movements. */
@Component
class Origins {

    private final JdbcClient jdbc;

    Origins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(Book book, String account, String line) {
        return jdbc.sql(OriginSql.count(book.published()))
                .param("edition", book.key())
                .param("close", book.close())
                .param("account", account)
                .param("line", line)
                .query(Long.class)
                .single();
    }

    List<Origin> page(Book book, String account, String line, long offset, int limit) {
        var found = jdbc.sql(OriginSql.page(book.published()))
                .param("edition", book.key())
                .param("close", book.close())
                .param("account", account)
                .param("line", line)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> origin(row, account))
                .list();
        var repeats = repeats(found);
        var previous = previous(book);
        return found.stream()
                .map(origin -> completed(origin, previous.orElse(null), repeats.getOrDefault(key(origin), List.of())))
                .toList();
    }

    List<RejectedRow> rejects(Book book, String account) {
        return jdbc.sql(OriginSql.rejects(book.published()))
                .param("edition", book.key())
                .param("account", account)
                .param("limit", Lineage.REJECTS)
                .query(Origins::rejected)
                .list();
    }

    boolean kept(Book book) {
        return !book.published()
                || jdbc.sql(OriginSql.KEPT)
                        .param("edition", book.key())
                        .query(Boolean.class)
                        .single();
    }

    /** The version that the book opened with; empty for a first period. */
    private Optional<Carried> previous(Book book) {
        return jdbc.sql(book.published() ? OriginSql.PUBLISHED_PREVIOUS : OriginSql.LIVE_PREVIOUS)
                .param("edition", book.key())
                .query((row, number) -> new Carried(row.getString("period"), row.getInt("version"), ""))
                .optional();
    }

    private Map<Place, List<Place>> repeats(List<Origin> found) {
        var places = found.stream().map(Origins::key).filter(Objects::nonNull).toList();
        var repeats = new HashMap<Place, List<Place>>();
        if (places.isEmpty()) {
            return repeats;
        }
        RowCallbackHandler each = row -> repeats.computeIfAbsent(
                        new Place(row.getLong("first_source"), "", row.getLong("first_line")), _ -> new ArrayList<>())
                .add(new Place(row.getLong("source_id"), row.getString("file_name"), row.getLong("line")));
        jdbc.sql(OriginSql.REPEATS)
                .param("sources", places.stream().map(Place::source).toArray(Long[]::new))
                .param("lines", places.stream().map(Place::line).toArray(Long[]::new))
                .query(each);
        return repeats;
    }

    private static @Nullable Place key(Origin origin) {
        var file = origin.file();
        var line = origin.line();
        return file == null || line == null ? null : new Place(file.source(), "", line);
    }

    private static Origin completed(Origin origin, @Nullable Carried previous, List<Place> repeats) {
        var own = origin.carried();
        var carried = own == null || previous == null
                ? null
                : new Carried(previous.period(), previous.version(), own.account());
        return new Origin(
                origin.side(),
                origin.subscription(),
                origin.product(),
                origin.lineAmount(),
                origin.currency(),
                origin.status(),
                origin.amount(),
                origin.rows(),
                origin.postedAt(),
                origin.placement(),
                origin.file(),
                origin.line(),
                carried,
                origin.moved(),
                origin.brings(),
                repeats);
    }

    private static Origin origin(ResultSet row, String account) throws SQLException {
        var postedAt = row.getObject("posted_at", OffsetDateTime.class);
        var file = file(row);
        var moved = moved(row);
        return new Origin(
                row.getInt("place") == 0 ? Side.OPENING : Side.CLOSING,
                row.getString("subscription"),
                row.getString("product"),
                row.getBigDecimal("mrr"),
                row.getString("currency"),
                row.getString("status"),
                row.getBigDecimal("amount"),
                row.getLong("rows_of_sum"),
                postedAt == null ? null : postedAt.toInstant(),
                placement(row),
                file,
                row.getLong("row_line") == 0 ? null : row.getLong("row_line"),
                file == null ? new Carried("", 0, moved == null ? account : moved.account()) : null,
                moved,
                brings(row),
                List.of());
    }

    private static @Nullable String placement(ResultSet row) throws SQLException {
        var column = row.getString("placed_by");
        var postedAt = row.getObject("posted_at", OffsetDateTime.class);
        return column == null || postedAt == null
                ? null
                : "Placed by " + column + ", read as " + postedAt.toInstant() + ".";
    }

    private static @Nullable Moved moved(ResultSet row) throws SQLException {
        var source = row.getObject("move_source", Long.class);
        return source == null
                ? null
                : new Moved(
                        row.getString("was_account"),
                        row.getString("was_subscription"),
                        row.getString("was_product"),
                        new Place(source, row.getString("move_file"), row.getLong("move_line")));
    }

    private static @Nullable OriginFile file(ResultSet row) throws SQLException {
        var source = row.getObject("source_id", Long.class);
        return source == null
                ? null
                : new OriginFile(
                        source,
                        row.getString("kind"),
                        row.getString("profile"),
                        row.getString("file_name"),
                        row.getString("sha256"),
                        row.getString("imported_by"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getBoolean("superseded"));
    }

    private static @Nullable RejectedRow brings(ResultSet row) throws SQLException {
        var source = row.getObject("rejected_source", Long.class);
        return source == null
                ? null
                : new RejectedRow(
                        new Place(source, row.getString("rejected_file"), row.getLong("rejected_line")),
                        row.getString("rejected_text"),
                        row.getString("rejected_reasons"),
                        null);
    }

    private static RejectedRow rejected(ResultSet row, int number) throws SQLException {
        var by = row.getObject("by_source", Long.class);
        return new RejectedRow(
                new Place(row.getLong("source_id"), row.getString("file_name"), row.getLong("line")),
                row.getString("row_text"),
                row.getString("reasons"),
                by == null ? null : new Place(by, row.getString("by_file"), row.getLong("by_line")));
    }
}
