package dev.tieout.movements.internal;

import dev.tieout.movements.Replays;

/** The statements that decide a published version again, in the order in which they run, between those of {@link ShardSql}. */
final class ReplaySql {

    /** Whether the version's lines were kept with it. */
    static final String KEPT = """
            select count(*) = 2 from evidence_part where publication_id = :publication and part in ('OPENING', 'BILLING')
            """;

    /** Nothing here is looked up row by row, and the kept lines may have no statistics yet. */
    static final String WHOLE = "set local enable_nestloop = off";

    static final String ROW_BY_ROW = "set local enable_nestloop = on";

    /** Who opens at nothing was last active when the version says so; one that it has no movement of is looked for in earlier periods. */
    static final String FACTS = ShardSql.facts(
            "published_balance(:publication, :opensFrom::bigint, :choices::jsonb, :bearing::text[], :meanings::jsonb)",
            """
            select m.account, max(case when m.opening > 0 then :starts::date else m.last_active end) as last_active
            from publication_movement m
            where m.publication_id = :publication and m.account in (select account from newcomer)
            group by m.account
            """);

    static final String CLEAR = "drop table if exists pg_temp." + Replays.REPLAYED;

    static final String RESULT_TABLE = """
            create temporary table THE_RESULT (
                account text not null, line text not null, account_name text,
                stands boolean not null, stood boolean not null,
                opening numeric(19, 4), closing numeric(19, 4), fx numeric(19, 4), status text,
                class text, reason text, rule_class text, rule_reason text, rule_row int, excluded_by text,
                was_opening numeric(19, 4), was_closing numeric(19, 4), was_fx numeric(19, 4), was_status text,
                was_class text, was_reason text, was_rule_class text, was_rule_reason text, was_rule_row int,
                was_overridden_by text, was_excluded_by text, kept_override boolean not null
            ) on commit drop
            """.replace("THE_RESULT", Replays.REPLAYED);

    /** The movements as published. */
    private static final String BY_MOVEMENT = """
            select account, line, account_name, opening, closing, fx, status, class, reason, rule_class, rule_reason, rule_row,
                   overridden_by, excluded_by
            from publication_movement where publication_id = :publication
            """;

    /** The same added up by account: lines of one class have it, of several none. */
    private static final String BY_ACCOUNT = """
            select account, '' as line, min(account_name) as account_name, sum(opening) as opening, sum(closing) as closing,
                   sum(fx) as fx, min(status) as status,
                   case when min(class) = max(class) then min(class) end as class,
                   case when min(reason) = max(reason) then min(reason) end as reason,
                   case when min(rule_class) = max(rule_class) then min(rule_class) end as rule_class,
                   case when min(rule_reason) = max(rule_reason) then min(rule_reason) end as rule_reason,
                   case when min(rule_row) = max(rule_row) then min(rule_row) end as rule_row,
                   min(overridden_by) as overridden_by, min(excluded_by) as excluded_by
            from publication_movement where publication_id = :publication
            group by account
            """;

    /** Each movement beside the published one. What people decided stands where the amounts bear it; accounts stay excluded. */
    private static final String RESULT = """
            insert into THE_RESULT
            with published as (
                THE_PUBLISHED
            ),
            excluded as (
                select account, min(excluded_by) as person from publication_movement
                where publication_id = :publication and excluded_by is not null
                group by account
            )
            select coalesce(f.account, m.account), coalesce(f.line, m.line), m.account_name,
                   f.account is not null, m.account is not null,
                   f.opening, f.closing + f.fx, f.fx, f.status,
                   coalesce(o.class, v.class), coalesce(o.reason, v.reason), v.class, v.reason, v.rule_row, x.person,
                   m.opening, m.closing, m.fx, m.status, m.class, m.reason, m.rule_class, m.rule_reason, m.rule_row,
                   m.overridden_by, m.excluded_by, o.class is not null
            from (movement_fact f join movement_verdict v on v.id = f.id)
            full join published m on m.account = f.account THE_LINE
            left join excluded x on x.account = f.account
            left join lateral (
                select m.class, m.reason
                where :overrides and m.overridden_by is not null and f.account is not null
                  and class_fits(m.class, f.opening, f.closing, :byLine)
            ) o on true
            """.replace("THE_RESULT", Replays.REPLAYED);

    static final String RESULT_BY_MOVEMENT =
            RESULT.replace("THE_PUBLISHED", BY_MOVEMENT).replace("THE_LINE", "and m.line = f.line");

    static final String RESULT_BY_ACCOUNT =
            RESULT.replace("THE_PUBLISHED", BY_ACCOUNT).replace("THE_LINE", "");

    private ReplaySql() {}
}
