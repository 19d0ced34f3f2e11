package dev.tieout.sources.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What late billing rows do to the lines of a close: its own make a line stand as it opened where nothing else is known of it; those of
 * earlier closes, once taken in, say what it recurs at, unless a file of this close says so itself.
 */
@Component
class LateLines {

    /** Lines that stand as they opened give way while a file is judged: no row of it repeats them. */
    private static final String UNSTAND = """
            delete from billing_row b using late_posting l
            where l.close_id = :close and b.close_id = :close and b.source_id = l.source_id and b.line = l.line
            """;

    /** So do lines that earlier closes' late postings told of; those that a note brought stay, a person approved them. */
    private static final String TAKE_OUT = """
            delete from billing_row b using late_posting l
            where l.taken_close_id = :close and l.back_posting_id is null
              and b.close_id = :close and b.source_id = l.taken_source_id and b.line = l.taken_line
            """;

    private static final String STAND = "select stand_late_lines(:close)";

    /**
     * The latest posting of each line that no file of the close tells of: what it says; of a change, what an earlier posting said, or the
     * opening, with all changes since, of one instant those of later lines. Changes with one name are one.
     */
    private static final String PUT = """
            insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, quantity, discount,
                                     source_ref, posted_at, placed_value, source_id, line)
            select current_organisation(), :close, account, subscription, product,
                   case when is_change then greatest(coalesce(said, opened) + change, 0) else amount end, currency,
                   case when is_change and coalesce(said, opened) + change <= 0 then 'CANCELLED' else status end, quantity, discount,
                   source_ref, posted_at, placed_value, taken_source_id, taken_line
            from (
                select l.*, coalesce(o.mrr, 0) as opened, max(l.amount) filter (where l.place = l.said_place) over line as said,
                       coalesce(sum(l.amount) filter (where l.is_change and (l.said_place is null or l.place < l.said_place)) over line, 0)
                           as change
                from (
                    select p.*, min(place) filter (where not is_change) over (partition by account, subscription, product) as said_place
                    from (
                        select once.*, row_number() over (partition by account, subscription, product
                                                          order by posted_at desc, taken_source_id desc, taken_line desc) as place
                        from (
                            select distinct on (account, subscription, product, coalesce(source_ref, source_id || ':' || line)) *
                            from late_posting
                            where taken_close_id = :close and back_posting_id is null
                            order by account, subscription, product, coalesce(source_ref, source_id || ':' || line), id desc
                        ) once
                    ) p
                ) l
                left join opening_line o
                    on o.close_id = :close and o.account = l.account and o.subscription = l.subscription and o.product = l.product
                window line as (partition by l.account, l.subscription, l.product)
            ) latest
            where place = 1
            on conflict (close_id, account, subscription, product) do nothing
            """;

    private static final String RECEIPTS_OF_CLOSE =
            "(select id from source where close_id = :close and profile = '" + LateTaking.PROFILE + "')";

    private static final String FORGET_DUPLICATES =
            "delete from source_duplicate where source_id in " + RECEIPTS_OF_CLOSE;

    private static final String FORGET_PARTS = "delete from source_part where source_id in " + RECEIPTS_OF_CLOSE;

    /** Postings whose line another row tells of: of a file of the close, of a note, or a later posting. */
    private static final String HELD_BACK = """
            from late_posting l
            join billing_row b
                on b.close_id = :close and b.account = l.account and b.subscription = l.subscription and b.product = l.product
            where l.taken_close_id = :close and l.back_posting_id is null
              and (b.source_id, b.line) <> (l.taken_source_id, l.taken_line)
              and %s (l.is_change and b.source_id in %s)
            """;

    private static final String DUPLICATES = """
            insert into source_duplicate (organisation, source_id, line, key, first_source, first_line)
            select current_organisation(), l.taken_source_id, l.taken_line, concat_ws(' / ', l.account, l.subscription, l.product),
                   b.source_id, b.line
            """ + HELD_BACK.formatted("not", RECEIPTS_OF_CLOSE);

    /** Changes that were added up to the latest. */
    private static final String PARTS = """
            insert into source_part (organisation, source_id, line, into_line)
            select current_organisation(), l.taken_source_id, l.taken_line, b.line
            """ + HELD_BACK.formatted("", RECEIPTS_OF_CLOSE);

    /** Every posting once: accepted, or held back in favour of a row that knows better. */
    private static final String TALLY = """
            with taken as (
                select s.id, l.currency, l.amount, l.id is not null as found, d.line is not null as held
                from source s
                left join late_posting l on l.taken_source_id = s.id and l.back_posting_id is null
                left join source_duplicate d on d.source_id = s.id and d.line = l.taken_line
                where s.close_id = :close and s.profile = '%s'
            ), sums as (
                select id, jsonb_object_agg(currency, jsonb_build_object(
                    'rows', rows::text, 'accepted', accepted::text, 'duplicates', held::text, 'rejected', '0', 'late', '0')) as totals
                from (select id, currency, sum(amount) as rows, coalesce(sum(amount) filter (where not held), 0) as accepted,
                             coalesce(sum(amount) filter (where held), 0) as held
                      from taken where found group by id, currency) by_currency
                group by id
            )
            update source s
            set rows = c.rows, accepted = c.rows - c.held, duplicates = c.held,
                control_totals = coalesce((select totals from sums where sums.id = s.id), '{}')
            from (select id, count(*) filter (where found) as rows, count(*) filter (where held) as held from taken group by id) c
            where c.id = s.id
            """.formatted(LateTaking.PROFILE);

    private static final String ANY =
            "select exists (select from late_posting where close_id = :close or taken_close_id = :close)";

    private final JdbcClient jdbc;

    LateLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before a billing file of the close is judged. */
    void makeRoom(long closeId) {
        if (any(closeId)) {
            update(closeId, UNSTAND);
            update(closeId, TAKE_OUT);
        }
    }

    /** After the close's billing rows, its opening or what it has taken in have changed. */
    void settle(long closeId) {
        // Also when nothing is late any longer: then the receipts say so.
        update(closeId, FORGET_DUPLICATES);
        update(closeId, FORGET_PARTS);
        if (any(closeId)) {
            jdbc.sql(STAND)
                    .param("close", closeId)
                    .query((row, number) -> number)
                    .list();
            List.of(TAKE_OUT, PUT, DUPLICATES, PARTS).forEach(step -> update(closeId, step));
        }
        update(closeId, TALLY);
    }

    private boolean any(long closeId) {
        return jdbc.sql(ANY).param("close", closeId).query(Boolean.class).single();
    }

    private void update(long closeId, String statement) {
        jdbc.sql(statement).param("close", closeId).update();
    }
}
