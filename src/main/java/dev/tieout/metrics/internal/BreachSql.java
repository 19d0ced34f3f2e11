package dev.tieout.metrics.internal;

/** One query for each invariant: the accounts that offend against it, at most 21 so that a reader learns whether there are more. */
final class BreachSql {

    /** Amounts of a movement that do not add up, or that its class does not bear. */
    static final String BRIDGE = """
            select account from movement m
            where m.close_id = :close and m.excluded_by is null
              and (m.opening + m.gross_up - m.gross_down + m.fx <> m.closing
                   or (m.class <> 'UNCLASSIFIED' and not class_fits(m.class, m.opening, m.closing - m.fx, :byLine)))
            group by account order by account limit 21
            """;

    /** Native opening amounts that are not what the previous publication closed with. */
    static final String OPENING = """
            select account
            from (select coalesce(was_account, account) as account, currency, sum(mrr) as mrr from opening_line
                  where close_id = :close
                  group by 1, 2) o
            full join (select account, currency, sum(mrr) as mrr from closing_line
                       where close_id = :previous
                         and version = (select max(version) from closing_line where close_id = :previous)
                       group by account, currency) p
                using (account, currency)
            where o.mrr is distinct from p.mrr
            group by account order by account limit 21
            """;

    /** Losses above the opening, or gains below nothing: GRR above 1 or NRR below GRR. */
    static final String RETENTION = """
            select account from movement
            where close_id = :close and excluded_by is null
            group by account
            having sum(opening - closing + fx) filter (where class in ('CONTRACTION', 'CHURN')) < 0
                or sum(opening - closing + fx) filter (where class in ('CONTRACTION', 'CHURN')) > sum(opening)
                or sum(closing - fx - opening) filter (where class = 'EXPANSION') < 0
            order by account limit 21
            """;

    /** Movements without a class, or whose class neither a rule row nor a person gave. */
    static final String CLASS = """
            select account from movement
            where close_id = :close and excluded_by is null
              and (class = 'UNCLASSIFIED' or (overridden_by is null and (rule_row < 1 or class <> rule_class)))
            group by account order by account limit 21
            """;

    /** Accounts whose movements are not exactly what their opening lines and accepted billing rows amount to. */
    static final String SOURCES = """
            select account
            from (select account, sum(opening) as opening, sum(closing) as closing, sum(fx) as fx
                  from line_balance(:close, 0, 1) group by account) b
            full join (select account, sum(opening) as opening, sum(closing) as closing, sum(fx) as fx
                       from movement where close_id = :close group by account) m
                using (account)
            where coalesce(b.opening, 0) <> coalesce(m.opening, 0)
               or coalesce(b.closing, 0) <> coalesce(m.closing, 0)
               or coalesce(b.fx, 0) <> coalesce(m.fx, 0)
            order by account limit 21
            """;

    private BreachSql() {}
}
