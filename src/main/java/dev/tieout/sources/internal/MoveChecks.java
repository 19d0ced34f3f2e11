package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What no single row of a migration file can show: ids that nobody knows, moves in a circle, two lines that would become one. */
@Component
class MoveChecks {

    private static final String REFUSE = """
            update incoming i
            set problem = 1, problem_column = why.problem_column, problem_value = why.problem_value, reason = why.reason
            from (THE_CHECK) why
            where why.row_line = i.row_line and i.problem = 0
            """;

    /** Goes nowhere else. */
    private static final String ITSELF = """
            select row_line, 'new_account_id' as problem_column, new_account as problem_value, 'moves to itself' as reason
            from incoming
            where problem = 0 and account = new_account and new_subscription in ('', subscription) and new_product in ('', product)
            """;

    /** The same line goes to two places; which of them is right is not ours to guess. */
    private static final String TWO_WAYS = """
            select row_line, 'new_account_id' as problem_column, new_account as problem_value,
                   'another row of the file moves it elsewhere' as reason
            from (select row_line, new_account,
                         count(*) over line <> count(*) over way as differs
                  from incoming where problem = 0
                  window line as (partition by effective_from, account, subscription, product),
                         way as (partition by effective_from, account, subscription, product,
                                 new_account, new_subscription, new_product)) each_row
            where differs
            """;

    /** An account or line that nothing has told of. */
    private static final String UNKNOWN = """
            select i.row_line,
                   case when o.account is null then 'old_account_id' when i.subscription <> '' then 'old_subscription_id'
                        else 'old_product' end as problem_column,
                   case when o.account is null then i.account when i.subscription <> '' then i.subscription
                        else i.product end as problem_value,
                   case when o.account is null then 'an account that neither the opening balance nor a file of accounts knows'
                        else 'a line that the account does not open with' end as reason
            from incoming i
            left join (select coalesce(was_account, account) as account from opening_line where close_id = :close
                       union select was_account from dormant_at_open(:close)) o
                on o.account = i.account
            where i.problem = 0
              and case when o.account is null
                       then not exists (select from account a where a.account = i.account)
                            and not exists (select from billing_row b where b.close_id = :close and b.account = i.account)
                       else i.effective_from = :period and (i.subscription <> '' or i.product <> '')
                            and not exists (select from opening_line l
                                            where l.close_id = :close and coalesce(l.was_account, l.account) = i.account
                                              and i.subscription in ('', coalesce(l.was_subscription, l.subscription))
                                              and i.product in ('', coalesce(l.was_product, l.product)))
                            and not exists (select from dormant_at_open(:close) d
                                            where d.was_account = i.account and i.subscription in ('', d.was_subscription)
                                              and i.product in ('', d.was_product))
                  end
            """;

    /** A new id that is an old one of the same period. Circles are made of these. */
    private static final String ONWARD = """
            select i.row_line, 'new_account_id' as problem_column, i.new_account as problem_value,
                   'an id that is moved away itself from ' || i.effective_from || ' on; name the one it ends at' as reason
            from incoming i
            where i.problem = 0 and i.new_account <> i.account
              and (exists (select from incoming o where o.problem = 0 and o.effective_from = i.effective_from
                             and o.account = i.new_account and o.new_account <> o.account)
                   or exists (select from account_move m where m.effective_from = i.effective_from
                                and m.old_account = i.new_account and m.new_account <> m.old_account))
            """;

    /** Rows whose lines would meet. */
    private static final String MERGED = """
            with moves as (
                select account as old_account, subscription as old_subscription, product as old_product, new_account,
                       new_subscription, new_product, 0::bigint as source_id, row_line as line
                from incoming where problem = 0 and effective_from = :period
                union all
                select old_account, old_subscription, old_product, new_account, new_subscription, new_product, source_id, 0
                from account_move where effective_from = :period
            ),
            """ + MoveSql.WISHED + """
            select line as row_line, 'new_subscription_id' as problem_column,
                   min(new_account || ' / ' || new_subscription || ' / ' || new_product) as problem_value,
                   'two lines would become one; name a line of its own for each' as reason
            from wished where blocked and source_id = 0
            group by line
            """;

    private final JdbcClient jdbc;

    MoveChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Between staging and judging of a migration file. */
    void refuse(Close close) {
        for (var check : new String[] {ITSELF, TWO_WAYS, UNKNOWN, ONWARD, MERGED}) {
            jdbc.sql(REFUSE.replace("THE_CHECK", check))
                    .param("close", close.key())
                    .param("period", close.period())
                    .update();
        }
    }
}
