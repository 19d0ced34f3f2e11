package dev.tieout.sources.internal;

import dev.tieout.sources.Receipt;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.sources.Sources.NoSuchSource;
import dev.tieout.sources.Sources.RejectPage;
import dev.tieout.sources.internal.SourceFile.Measure;
import dev.tieout.terms.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Receipts and rejects in the database. */
@Component
class Receipts {

    private static final int FETCH = 1_000;

    private static final String SELECT = """
            select id, close_id, kind, profile, file_name, sha256, rows, accepted, duplicates, rejected, late, control_totals,
                   left_out, form, header, open_rows, corrects, profile_version, state, superseded_by, imported_by, imported_at
            from source
            """;

    /** The accepted copy of the same bytes for the same close and kind. */
    private static final String STANDING =
            SELECT + "where close_id = ? and kind = ? and sha256 = ? and state = 'ACCEPTED'";

    private static final String WITH_ID = SELECT + "where id = ?";

    private static final String OF_CLOSE = SELECT + "where close_id = ? order by id";

    /** A receipt that counts nothing yet, so that rows can name their source. */
    private static final String BEGIN = """
            insert into source (organisation, close_id, kind, profile, file_name, sha256, bytes, rows, accepted, duplicates,
                                rejected, late, control_totals, left_out, form, header, open_rows, placed_by, placed_else,
                                corrects, profile_version, state, imported_by, imported_at)
            values (current_organisation(), :close, :kind, :profile, :fileName, :sha256, :bytes, 0, 0, 0, 0, 0, '{}',
                    :leftOut::jsonb, :form, :header, :open, :placedBy, :placedElse, :corrects, :profileVersion, 'ACCEPTED', :person, :at)
            returning id
            """;

    /** Counts and sums every row once, by what became of it. */
    private static final String TALLY = """
            with counted as (
                select fate, currency, count(*) as rows, count(amount) as amounts, sum(amount) as amount
                from (
                    select fate, currency, amount from judged
                    union all
                    select 'REJECTED', currency, amount from incoming where problem = 1
                    union all
                    -- Its amount is in the row that it was added up to.
                    select j.fate, null, null
                    from merged m join judged j on j.row_line = m.into_line where m.row_line <> m.into_line
                ) each
                group by fate, currency
            ), counts as (
                select coalesce(sum(rows), 0) as rows,
                       coalesce(sum(rows) filter (where fate = 'ACCEPTED'), 0) as accepted,
                       coalesce(sum(rows) filter (where fate = 'DUPLICATE'), 0) as duplicates,
                       coalesce(sum(rows) filter (where fate = 'REJECTED'), 0) as rejected,
                       coalesce(sum(rows) filter (where fate = 'LATE'), 0) as late
                from counted
            ), sums as (
                select currency, jsonb_build_object(
                    'rows', sum(amount)::text,
                    'accepted', coalesce(sum(amount) filter (where fate = 'ACCEPTED'), 0)::text,
                    'duplicates', coalesce(sum(amount) filter (where fate = 'DUPLICATE'), 0)::text,
                    'rejected', coalesce(sum(amount) filter (where fate = 'REJECTED'), 0)::text,
                    'late', coalesce(sum(amount) filter (where fate = 'LATE'), 0)::text) as totals
                from counted
                where currency is not null and amounts > 0
                group by currency
            )
            update source s
            set rows = c.rows, accepted = c.accepted, duplicates = c.duplicates, rejected = c.rejected, late = c.late,
                control_totals = coalesce((select jsonb_object_agg(currency, totals) from sums), '{}')
            from counts c
            where s.id = :source
            """;

    private static final String REJECTS =
            "select line, column_name, value, reason, row_text from source_reject where source_id = ? order by line, column_name";

    private static final String PAGE = """
            select line, column_name, value, reason, row_text from source_reject
            where source_id = ? and (line, column_name) > (?, ?)
            order by line, column_name
            limit ?
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A receipt and what only this module needs to know of it. */
    record Kept(
            Receipt receipt,
            long closeId,
            Optional<Long> supersededBy,
            @Nullable String header) {}

    /** One row more than the page tells whether there is another. */
    RejectPage rejects(long sourceId, @Nullable String cursor, int limit) {
        var from = cursor == null ? new String[] {"0", ""} : cursor.split(":", 2);
        long line;
        try {
            line = Long.parseLong(from[0]);
        } catch (NumberFormatException e) {
            throw new FileRefused(
                    Refusal.Kind.INVALID, "invalid-cursor", "“" + cursor + "” is no cursor of this list.");
        }
        var items = jdbc.sql(PAGE)
                .params(sourceId, line, from.length > 1 ? from[1] : "", limit + 1)
                .query((row, number) -> reject(row))
                .list();
        if (items.size() <= limit) {
            return new RejectPage(items, null);
        }
        var last = items.get(limit - 1);
        return new RejectPage(items.subList(0, limit), last.line() + ":" + last.column());
    }

    Optional<Receipt> standing(long closeId, SourceKind kind, String sha256) {
        return jdbc.sql(STANDING)
                .params(closeId, kind.name(), sha256)
                .query(this::kept)
                .optional()
                .map(Kept::receipt);
    }

    Kept withId(long sourceId) {
        return jdbc.sql(WITH_ID)
                .param(sourceId)
                .query(this::kept)
                .optional()
                .orElseThrow(() -> new NoSuchSource(sourceId));
    }

    List<Receipt> of(long closeId) {
        return jdbc.sql(OF_CLOSE).param(closeId).query(this::kept).list().stream()
                .map(Kept::receipt)
                .toList();
    }

    /**
     * What a receipt begins with.
     *
     * @param measure null for a file that was written here and not read
     */
    record Beginning(
            long close,
            SourceKind kind,
            String profile,
            @Nullable Integer profileVersion,
            @Nullable Long corrects,
            String fileName,
            String sha256,
            long bytes,
            @Nullable Measure measure,
            String person,
            Instant at) {}

    long begin(Beginning of) {
        var measure = of.measure();
        return jdbc.sql(BEGIN)
                .param("close", of.close())
                .param("kind", of.kind().name())
                .param("profile", of.profile())
                .param("profileVersion", of.profileVersion())
                .param("fileName", of.fileName())
                .param("sha256", of.sha256())
                .param("bytes", of.bytes())
                .param("leftOut", measure == null ? "{}" : json.writeValueAsString(measure.leftOut()))
                .param("form", measure == null ? null : measure.form().words())
                .param("header", measure == null ? null : measure.header())
                .param("open", measure == null ? 0 : measure.open())
                .param("placedBy", measure == null ? null : measure.placedBy())
                .param("placedElse", measure == null ? null : measure.placedElse())
                .param("corrects", of.corrects())
                .param("person", of.person())
                .param("at", Timestamp.from(of.at()))
                .query(Long.class)
                .single();
    }

    void tally(long sourceId) {
        jdbc.sql(TALLY).param("source", sourceId).update();
    }

    void eachReject(long sourceId, Consumer<Reject> reader) {
        RowCallbackHandler each = row -> reader.accept(reject(row));
        jdbc.sql(REJECTS).withFetchSize(FETCH).param(sourceId).query(each);
    }

    private static Reject reject(ResultSet row) throws SQLException {
        return new Reject(
                row.getLong("line"),
                row.getString("column_name"),
                row.getString("value"),
                row.getString("reason"),
                row.getString("row_text"));
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        long successor = row.getLong("superseded_by");
        Optional<Long> supersededBy = row.wasNull() ? Optional.empty() : Optional.of(successor);
        return new Kept(receipt(row), row.getLong("close_id"), supersededBy, row.getString("header"));
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        var totals = json.readValue(
                row.getString("control_totals"), new TypeReference<TreeMap<String, Receipt.Totals>>() {});
        return new Receipt(
                row.getLong("id"),
                SourceKind.valueOf(row.getString("kind")),
                row.getString("profile"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("rows"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                row.getLong("late"),
                totals,
                json.readValue(row.getString("left_out"), new TypeReference<TreeMap<String, Long>>() {}),
                row.getString("form"),
                row.getLong("open_rows"),
                row.getObject("corrects", Long.class),
                "SUPERSEDED".equals(row.getString("state")),
                row.getString("imported_by"),
                row.getTimestamp("imported_at").toInstant(),
                false);
    }
}
