package dev.tieout.movements.internal;

/** The statements that classify one shard, in the order in which they run. Facts and verdicts live in temporary tables meanwhile. */
final class ShardSql {

    /** A second shard in the same transaction begins anew. */
    static final String CLEAR = "drop table if exists pg_temp.movement_fact, pg_temp.movement_verdict";

    /** What is known of each account or line of the shard; {@code closing} is without FX. */
    static final String FACT_TABLE = """
            create temporary table movement_fact (
                id bigint primary key, account text not null, line text not null,
                opening numeric(19, 4), closing numeric(19, 4),
                gross_up numeric(19, 4), gross_down numeric(19, 4), fx numeric(19, 4),
                unrated boolean not null, status text not null,
                ever_active boolean not null, within_window boolean not null,
                account_was_active boolean not null, account_stays boolean not null,
                lines_added int not null, lines_lost int not null, products_added int not null, products_lost int not null,
                quantity_change int not null, discount_change int not null, unmentioned boolean not null,
                last_active date
            ) on commit drop
            """;

    static final String VERDICT_TABLE = """
            create temporary table movement_verdict (
                id bigint primary key, class text not null, reason text not null,
                rule_table text not null, rule_version int not null, rule_row int not null, review boolean not null
            ) on commit drop
            """;

    /**
     * Nets the shard's lines into one fact for each unit, an account or a line by the policy's grain, and looks up the past of those
     * who open at nothing.
     *
     * <p>The status that decides: of an account that closes at nothing, the most alive one among the lines it loses, for a pause or a
     * full discount is not an end; of an account that pays less, a pause among the losses; else the worst among the lines that count.
     */
    private static final String NETTED = """
            insert into movement_fact
            with balance as (
                select b.account, case when :byLine then line_name(b.subscription, b.product) else '' end as line, b.product,
                       coalesce(b.opening, 0) as opening, coalesce(b.closing - b.fx, 0) as closing, coalesce(b.fx, 0) as fx,
                       b.opening is null or b.closing is null as unrated,
                       b.status, b.quantity_change, b.discount_change
                from THE_BALANCE b
            ),
            product as (
                select account, line, product,
                       sum(opening) as opening, sum(closing) as closing, sum(fx) as fx,
                       sum(greatest(closing - opening, 0)) as gross_up, sum(greatest(opening - closing, 0)) as gross_down,
                       bool_or(unrated) as unrated,
                       count(*) filter (where opening = 0 and closing > 0) as lines_added,
                       count(*) filter (where opening > 0 and closing = 0) as lines_lost,
                       sum(quantity_change) filter (where opening > 0 and closing > 0) as quantity_change,
                       sum(discount_change) filter (where opening > 0) as discount_change,
                       bool_or(opening > 0 and status is null) as unmentioned,
                       bool_or(opening > closing and status = 'PAUSED') as paused,
                       min(array_position(WORST_FIRST, status)) filter (where closing > 0) as worst,
                       min(array_position(ALIVE_FIRST, status)) filter (where opening > 0) as alive,
                       min(array_position(ALIVE_FIRST, status)) as any_status
                from balance group by account, line, product
            ),
            unit as (
                select account, line,
                       sum(opening) as opening, sum(closing) as closing, sum(fx) as fx,
                       sum(gross_up) as gross_up, sum(gross_down) as gross_down, bool_or(unrated) as unrated,
                       sum(lines_added) as lines_added, sum(lines_lost) as lines_lost,
                       count(*) filter (where opening = 0 and closing > 0) as products_added,
                       count(*) filter (where opening > 0 and closing = 0) as products_lost,
                       sign(coalesce(sum(quantity_change), 0)) as quantity_change,
                       sign(coalesce(sum(discount_change), 0)) as discount_change,
                       bool_or(unmentioned) as unmentioned, bool_or(paused) as paused,
                       min(worst) as worst, coalesce(min(alive), min(any_status)) as alive,
                       sum(sum(opening)) over whole > 0 as account_was_active,
                       sum(sum(closing)) over whole > 0 as account_stays
                from product group by account, line
                window whole as (partition by account)
            ),
            moved as (
                select * from unit where opening > 0 or closing > 0 or unrated
            ),
            earlier as (
                select c.id, c.starts_on, c.ends_on,
                       (select max(l.version) from closing_line l where l.close_id = c.id) as version
                from close c where c.starts_on < :starts
            ),
            newcomer as (
                select distinct account from moved where not account_was_active
            ),
            known as (
                THE_KNOWN
            ),
            stranger as (
                select account from newcomer except select account from known
            ),
            unknown as (
                select account, account as went_by from stranger
                union
                -- Who moved to another billing system has a past under the former id.
                select s.account, m.old_account from stranger s join account_move m on m.new_account = s.account
                where m.starts_on <= :starts
            ),
            past as (
                select p.account, max(p.last_active) as last_active
                from (
                    select account, last_active from known
                    union all
                    select u.account, e.ends_on as last_active
                    from earlier e join closing_line l on l.close_id = e.id and l.version = e.version
                    join unknown u on u.went_by = l.account
                    union all
                    select u.account, e.starts_on
                    from earlier e join opening_line l on l.close_id = e.id
                    join unknown u on u.went_by = l.account
                    union all
                    select u.account, greatest(case when a.first_active_on < :starts then a.first_active_on end,
                                               case when a.churned_on <= :starts then a.churned_on end)
                    from account a
                    join unknown u on u.went_by = a.account
                ) p
                where p.last_active is not null
                group by p.account
            )
            select row_number() over (order by m.account, m.line), m.account, m.line,
                   m.opening, m.closing, m.gross_up, m.gross_down, m.fx, m.unrated,
                   case when m.closing > 0 and m.closing < m.opening and m.paused then 'PAUSED'
                        when m.closing > 0 then coalesce((WORST_FIRST)[m.worst], 'ACTIVE')
                        else coalesce((ALIVE_FIRST)[m.alive], 'ABSENT') end,
                   m.account_was_active or p.account is not null,
                   m.account_was_active or p.last_active is null or :windowMonths::int is null
                       or p.last_active + make_interval(months => :windowMonths::int) >= :starts,
                   m.account_was_active, m.account_stays,
                   m.lines_added, m.lines_lost, m.products_added, m.products_lost,
                   m.quantity_change, m.discount_change,
                   m.unmentioned and m.closing = 0, p.last_active
            from moved m left join past p on p.account = m.account
            """.replace(
                    "WORST_FIRST", "array['PAUSED', 'RENEWAL_PENDING', 'PAST_DUE', 'ACTIVE']")
            .replace(
                    "ALIVE_FIRST",
                    "array['PAUSED', 'ACTIVE', 'PAST_DUE', 'RENEWAL_PENDING', 'TRIAL', 'UNPAID', 'EXPIRED', 'CANCELLED', 'ABSENT']");

    /** Of the lines as they are now. Nothing is known of anybody's past but what earlier periods and the accounts file tell. */
    static final String FACTS = facts(
            "line_balance(:close, :shard, :shards)",
            "select null::text as account, null::date as last_active where false");

    /**
     * The same over other lines.
     *
     * @param balance what takes the place of {@code line_balance}
     * @param known accounts whose past is known, with when they were last active: earlier periods are not asked about them
     */
    static String facts(String balance, String known) {
        return NETTED.replace("THE_BALANCE", balance).replace("THE_KNOWN", known);
    }

    /** Accounts whose amounts have no rate. */
    static final String UNRATED = "select account from movement_fact where unrated order by account limit 20";

    /** The facts as the decision table asks for them; amounts in ten-thousandths. */
    static final String READ_FACTS = """
            select id, (opening * 10000)::bigint as opening, (closing * 10000)::bigint as closing,
                   ever_active, within_window, status, account_was_active, account_stays,
                   lines_added, lines_lost, products_added, products_lost, quantity_change, discount_change
            from movement_fact order by id
            """;

    /** The fact of one account or line. */
    static final String READ_FACT = READ_FACTS.replace("order by id", "where account = :account and line = :line");

    static final String COPY_VERDICTS = "copy movement_verdict from stdin";

    /** Takes out what the shard held before, whatever the number of shards was then. */
    static final String DELETE =
            "delete from movement where close_id = :close and (:shards = 1 or shard_of(account, :shards) = :shard)";

    /**
     * Stores the shard with people's standing decisions applied. An override whose class no longer says what the amounts say is set
     * aside, and the movement flagged.
     */
    static final String INSERT = """
            insert into movement (organisation, close_id, account, line, shard, opening, closing, gross_up, gross_down, fx, status,
                class, reason, rule_table, rule_version, rule_row, review, attributes, rule_class, rule_reason,
                overridden_by, override_comment, overridden_at,
                excluded_by, exclusion_reason, exclusion_comment, excluded_at, last_active)
            select current_organisation(), :close, f.account, f.line, :shard,
                   f.opening, f.closing + f.fx, f.gross_up, f.gross_down, f.fx, f.status,
                   coalesce(o.class, v.class), coalesce(o.reason, v.reason), v.rule_table, v.rule_version, v.rule_row,
                   v.review or f.unmentioned or (d.person is not null and o.person is null)
                       or (f.closing <> f.opening and abs(f.closing - f.opening) >= :materiality),
                   coalesce(a.attributes, '{}') || jsonb_strip_nulls(jsonb_build_object(
                       'start_year', to_char(coalesce(a.started_on, a.first_active_on), 'YYYY'))),
                   v.class, v.reason, o.person, o.comment, o.decided_at, x.person, x.reason, x.comment, x.decided_at,
                   f.last_active
            from movement_fact f
            join movement_verdict v on v.id = f.id
            left join account a on a.account = f.account
            left join movement_decision d
                on d.close_id = :close and d.account = f.account and d.line = f.line and d.kind = 'OVERRIDE'
            left join lateral (select d.class, d.reason, d.person, d.comment, d.decided_at
                               where class_fits(d.class, f.opening, f.closing, :byLine)) o on true
            left join movement_decision x
                on x.close_id = :close and x.account = f.account and x.line = '' and x.kind = 'EXCLUSION'
            """;

    /** What the shard holds now, for the trail. */
    static final String SUMMARY = """
            select count(*) as movements,
                   count(*) filter (where m.class = 'UNCLASSIFIED') as unclassified,
                   count(*) filter (where m.overridden_by is not null) as overridden,
                   count(*) filter (where m.overridden_by is null and d.account is not null) as set_aside
            from movement m
            left join movement_decision d
                on d.close_id = m.close_id and d.account = m.account and d.line = m.line and d.kind = 'OVERRIDE'
            where m.close_id = :close and (:shards = 1 or shard_of(m.account, :shards) = :shard)
            """;

    private ShardSql() {}
}
