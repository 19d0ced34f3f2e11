package dev.tieout.lens.internal;

import dev.tieout.movements.Replays;

/** What is asked of a replayed version. Excluded accounts are out of it, as they are out of the published figures. */
final class LensSql {

    /** What a movement adds to NRR's numerator beyond its opening, and what GRR loses by it; closing without exchange rates. */
    private static final String EFFECTS = """
            sum(opening) as opening, sum(closing - fx) as closing,
            coalesce(sum(closing - fx - opening) filter (
                where opening > 0 and class in ('EXPANSION', 'CONTRACTION', 'CHURN')
                   or class = 'REACTIVATION' and COUNTED), 0) as net,
            coalesce(sum(opening - closing + fx) filter (where class in ('CONTRACTION', 'CHURN')), 0) as lost
            """;

    /** The sums behind NRR and GRR. */
    static final String SUMS = "select " + EFFECTS.replace("COUNTED", ":counted") + " from " + Replays.REPLAYED
            + " where stands and excluded_by is null";

    /**
     * Accounts told otherwise than published, the largest effect first, with the number of all of them. What only the reason tells
     * otherwise is left out.
     */
    static final String ACCOUNTS = """
            with becomes as (
                select account, BECOMES, string_agg(distinct class, ',' order by class) as classes
                from THE_RESULT where stands and excluded_by is null
                group by account
            ),
            was as (
                select account, min(account_name) as name, WAS, string_agg(distinct class, ',' order by class) as classes
                from publication_movement where publication_id = :publication and excluded_by is null
                group by account
            )
            select account, coalesce(w.name, a.name, account) as name, count(*) over () as differing,
                   w.opening as was_opening, w.closing as was_closing, w.net as was_net, w.lost as was_lost,
                   w.classes as was_classes, b.opening, b.closing, b.net, b.lost, b.classes
            from becomes b full join was w using (account) left join account a using (account)
            where (b.opening, b.closing, b.net, b.lost, b.classes) is distinct from
                  (w.opening, w.closing, w.net, w.lost, w.classes)
            order by abs(coalesce(b.net, 0) - coalesce(w.net, 0)) + abs(coalesce(b.lost, 0) - coalesce(w.lost, 0)) desc,
                     abs(coalesce(b.opening, 0) - coalesce(w.opening, 0)) desc, abs(coalesce(b.closing, 0) - coalesce(w.closing, 0)) desc,
                     abs(coalesce(b.closing, w.closing) - coalesce(b.opening, w.opening)) desc, account
            limit :limit
            """.replace("THE_RESULT", Replays.REPLAYED)
            .replace("BECOMES", EFFECTS.replace("COUNTED", ":counted"))
            .replace("WAS", EFFECTS.replace("COUNTED", ":countedBefore"));

    /**
     * Nets the lines of each subscription, so that another product in the place of one is no end and no beginning. The subscription is
     * what stands before the first bare slash of a line's name; a line without one stays by itself.
     */
    static final String NET = """
            with line as (
                delete from THE_RESULT where stands and THE_SUBSCRIPTION <> ''
                returning account, account_name, THE_SUBSCRIPTION as subscription, opening, closing, fx, status, class, excluded_by
            )
            insert into THE_RESULT (account, line, account_name, stands, stood, opening, closing, fx, status, class, excluded_by,
                kept_override)
            select account, subscription, min(account_name), true, false, sum(opening), sum(closing), sum(fx), min(status),
                   case when sum(opening) = 0 then case when bool_or(class = 'NEW') then 'NEW' else min(class) end
                        when sum(closing - fx) = 0 then case when bool_or(class = 'CHURN') then 'CHURN' else 'CONTRACTION' end
                        when sum(closing - fx) > sum(opening) then 'EXPANSION'
                        when sum(closing - fx) < sum(opening) then 'CONTRACTION'
                        else 'RENEWAL' end,
                   min(excluded_by), false
            from line group by account, subscription
            """.replace("THE_RESULT", Replays.REPLAYED)
            .replace("THE_SUBSCRIPTION", "coalesce(substring(line from '^((?:[^\\\\/]|\\\\.)*)/'), '')");

    static final String KEPT = """
            select result::text from lens_result where publication_id = :publication and pack = :pack and basis = :basis
            """;

    /** Once for each version, pack and basis; who comes second has worked out the same. */
    static final String KEEP = """
            insert into lens_result (organisation, publication_id, pack, basis, result, worked_out_at)
            values (current_organisation(), :publication, :pack, :basis, :result::jsonb, :at)
            on conflict (publication_id, pack, basis) do nothing
            """;

    private LensSql() {}
}
