package dev.tieout.sources.internal;

import dev.tieout.sources.SourceCorrections.Line;
import dev.tieout.sources.SourceCorrections.Posting;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a correction note in the tables of the close, each kind in one statement. */
@Component
class NoteRows {

    private static final String LINES = """
            jsonb_to_recordset(:rows::jsonb) as r (position bigint, account text, subscription text, product text, mrr numeric,
                currency text, status text, quantity numeric, discount numeric)
            """;

    private static final String BILLED = """
            insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, quantity,
                                     discount, source_id, line)
            select current_organisation(), :close, account, subscription, product, mrr, currency, status, quantity, discount,
                   :source, position
            from %s
            on conflict (close_id, account, subscription, product) do update
            set mrr = excluded.mrr, currency = excluded.currency, status = excluded.status,
                quantity = coalesce(excluded.quantity, billing_row.quantity),
                discount = coalesce(excluded.discount, billing_row.discount), source_ref = null, posted_at = null, placed_value = null,
                late = false, source_id = excluded.source_id, line = excluded.line, from_events = false
            """.formatted(LINES);

    private static final String TAKE_OPENING_OUT = """
            delete from opening_line o using %s
            where o.close_id = :close and o.account = r.account and o.subscription = r.subscription and o.product = r.product
            returning r.position::int as position, o.quantity, o.discount
            """.formatted(LINES);

    /** As in an opening snapshot: a line that carries no recurring revenue opens nothing. */
    private static final String OPENING = """
            insert into opening_line (organisation, close_id, account, subscription, product, mrr, currency, status, quantity,
                                      discount, source_id, line)
            select current_organisation(), :close, account, subscription, product, mrr, currency, status, quantity, discount,
                   :source, position
            from %s where recognised_mrr(mrr, status, :pause) > 0
            """.formatted(LINES);

    private static final String POSTINGS = """
            insert into ledger_row (organisation, period, entry_id, account, posted_on, amount, currency, gl_account, source_id,
                                    line)
            select current_organisation(), :period, "entryId", account, "postedOn", amount, currency, "glAccount", :source,
                   position
            from jsonb_to_recordset(:rows::jsonb) as r (position bigint, "entryId" text, account text, "postedOn" date,
                amount numeric, currency text, "glAccount" text)
            """;

    private static final String KNOWN_ENTRIES =
            "select entry_id from ledger_row where organisation = current_organisation() and entry_id = any (?) order by 1";

    /** Every row of a note is accepted; sums by currency in major units. */
    private static final String TALLY = """
            with sums as (
                select currency, jsonb_build_object('rows', sum(amount)::text, 'accepted', sum(amount)::text, 'duplicates', '0',
                    'rejected', '0', 'late', '0') as totals
                from (select r.currency, coalesce(r.amount, r.mrr) as amount
                      from jsonb_to_recordset(:rows::jsonb) as r (currency text, mrr numeric, amount numeric)) each
                group by currency
            )
            update source s set rows = :count, accepted = :count,
                control_totals = (select jsonb_object_agg(currency, totals) from sums)
            where s.id = :source
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    NoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void bill(long closeId, long source, List<Line> lines) {
        jdbc.sql(BILLED)
                .params(Map.of("close", closeId, "source", source, "rows", text(lines)))
                .update();
    }

    /** @param pause the policy's treatment of paused lines, which decides whether one opens */
    void open(long closeId, long source, List<Line> lines, String pause) {
        var former = new HashMap<Integer, Former>();
        RowCallbackHandler each = row -> former.put(
                row.getInt("position"), new Former(row.getBigDecimal("quantity"), row.getBigDecimal("discount")));
        jdbc.sql(TAKE_OPENING_OUT)
                .params(Map.of("close", closeId, "rows", text(lines)))
                .query(each);
        var filled = lines.stream()
                .map(line -> former.getOrDefault(line.position(), Former.NONE).in(line))
                .toList();
        jdbc.sql(OPENING)
                .params(Map.of("close", closeId, "source", source, "rows", text(filled), "pause", pause))
                .update();
    }

    /** What an opening line said that the note leaves as it was. */
    private record Former(
            @Nullable BigDecimal quantity, @Nullable BigDecimal discount) {

        static final Former NONE = new Former(null, null);

        Line in(Line line) {
            return new Line(
                    line.position(),
                    line.account(),
                    line.subscription(),
                    line.product(),
                    line.mrr(),
                    line.currency(),
                    line.status(),
                    line.quantity() == null ? quantity : line.quantity(),
                    line.discount() == null ? discount : line.discount());
        }
    }

    void post(String period, long source, List<Posting> postings) {
        jdbc.sql(POSTINGS)
                .params(Map.of("period", period, "source", source, "rows", text(postings)))
                .update();
    }

    void tally(long source, List<?> rows) {
        jdbc.sql(TALLY)
                .params(Map.of("source", source, "count", rows.size(), "rows", text(rows)))
                .update();
    }

    /** Which of the entry ids the ledger holds already, in whatever period. */
    List<String> known(List<Posting> postings) {
        var ids = postings.stream().map(Posting::entryId).toArray(String[]::new);
        return jdbc.sql(KNOWN_ENTRIES).param(ids).query(String.class).list();
    }

    private String text(List<?> rows) {
        return json.writeValueAsString(rows);
    }
}
