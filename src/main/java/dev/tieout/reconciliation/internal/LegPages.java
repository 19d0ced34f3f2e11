package dev.tieout.reconciliation.internal;

import dev.tieout.reconciliation.AccountLegs;
import dev.tieout.reconciliation.AccountLegs.Standing;
import dev.tieout.reconciliation.AccountLegs.Which;
import dev.tieout.reconciliation.GlAccount;
import dev.tieout.reconciliation.Variance;
import dev.tieout.terms.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The legs as people read them, a page of accounts at a time, straight from the rows: nothing by account is kept for the many that agree. */
@Repository
class LegPages {

    /** The next accounts in any leg, each found by its index. */
    private static final String EVERY_KEY = """
            with key as materialized (
                select account from (
                    (select distinct account from billing_row
                     where close_id = :close and not late and account > :after
                     order by account limit :accounts)
                    union
                    (select distinct account from ledger_row
                     where organisation = (select current_organisation()) and period = :period and account > :after
                       and (:monthly or posted_on >= :last_month)
                     order by account limit :accounts)
                    union
                    (select distinct account from retained_row
                     where close_id = :close and account > :after
                     order by account limit :accounts)
                    union
                    (select distinct account from movement
                     where close_id = :close and account > :after
                     order by account limit :accounts)
                ) leg order by account limit :accounts
            ),
            """;

    /** Accounts whose id or name has the words in it; only those that are in a leg come out in the end. */
    private static final String FOUND_KEY = """
            with key as materialized (
                select account from (
                    select a.account from account a
                    where a.account > :after
                      and (position(:search in lower(a.account)) > 0 or position(:search in lower(a.name)) > 0)
                      and (exists (select from billing_row b where b.close_id = :close and b.account = a.account)
                           or exists (select from ledger_row l where l.organisation = a.organisation and l.period = :period
                                        and l.account = a.account)
                           or exists (select from retained_row r where r.close_id = :close and r.account = a.account)
                           or exists (select from movement m where m.close_id = :close and m.account = a.account))
                    union
                    (select distinct account from ledger_row
                     where organisation = (select current_organisation()) and period = :period and account > :after
                       and position(:search in lower(account)) > 0
                     order by account limit :accounts)
                    union
                    (select distinct account from billing_row
                     where close_id = :close and account > :after and position(:search in lower(account)) > 0
                     order by account limit :accounts)
                ) found order by account limit :accounts
            ),
            """;

    /** Accounts with a variance that is not cleared. */
    private static final String DIFFERING_KEY = """
            with key as materialized (
                select distinct v.account from variance v left join account a on a.account = v.account
                where v.close_id = :close and v.state <> 'CLEARED' and v.account <> '*' and v.account > :after
                  and (:search = '' or position(:search in lower(v.account)) > 0 or position(:search in lower(a.name)) > 0)
                order by account limit :accounts
            ),
            """;

    /** The legs of these accounts, as a comparison joins them. */
    private static final String LEGS = """
            billed as (
                select account, b.currency, sum(charged_mrr(b.mrr, b.discount, b.status, :pause, :gross)) as amount,
                       sum(case when b.currency = :reporting then recognised_mrr(b.mrr, b.status, :pause)
                                else round_half_even(recognised_mrr(b.mrr, b.status, :pause)
                                                     * case when :as_reported then r.closing else r.opening end, 4) end) as converted
                from key join billing_row b using (account)
                left join rate r on r.close_id = b.close_id and r.currency = b.currency
                where b.close_id = :close and not b.late
                group by account, b.currency
            ), posted as (
                select account, currency, sum(amount) as amount
                from key join ledger_row using (account)
                where organisation = (select current_organisation()) and period = :period
                  and (:monthly or posted_on >= :last_month)
                group by account, currency
            ), reported as (
                select account, currency, amount from key join retained_row using (account) where close_id = :close
            ), given as materialized (
                select exists (select from retained_row where close_id = :close) as report
            ), moved as (
                select account, sum(closing) as closing, bool_or(excluded_by is not null) as excluded
                from key join movement using (account) where close_id = :close group by account
            ), own as (
                select account, coalesce(closing, 0) - coalesce(converted, 0) as amount
                from moved full join (select account, sum(converted) as converted from billed group by account) b using (account)
            ), drift as (
                select distinct on (o.account) o.account, coalesce(b.currency, :reporting) as currency,
                       round_half_even(o.amount / coalesce(case when b.currency <> :reporting then
                           case when :as_reported then r.closing else r.opening end end, 1), 4) as amount
                from own o left join billed b on b.account = o.account
                left join rate r on r.close_id = :close and r.currency = b.currency
                where o.amount <> 0
                order by o.account, b.converted desc nulls last, b.currency
            ), third as (
                select account, currency, sum(amount) as amount
                from (select account, currency, amount from reported
                      union all select account, currency, amount from billed where not (select report from given)
                      union all select account, currency, amount from drift where not (select report from given)) side
                group by account, currency
            ),
            """;

    private static final String SHOWN = """
            joined as (
                select account, currency, coalesce(b.amount, 0) as billing, coalesce(l.amount, 0) as ledger,
                       coalesce(r.amount, 0) as retained
                from billed b full join posted l using (account, currency) full join third r using (account, currency)
            )
            select j.*, coalesce(a.name, j.account) as name, coalesce(m.excluded, false) as excluded,
                   greatest(j.billing, j.ledger, j.retained) - least(j.billing, j.ledger, j.retained) as amount,
                   :relative * greatest(abs(j.billing), abs(j.ledger), abs(j.retained)) as relative,
                   :tolerance / case when j.currency = :reporting then 1 else x.opening end as absolute,
                   v.id as variance, v.state
            from joined j
            left join account a on a.account = j.account
            left join moved m on m.account = j.account
            left join rate x on x.close_id = :close and x.currency = j.currency
            left join variance v on v.close_id = :close and v.account = j.account and v.currency = j.currency
            order by j.account, j.currency
            """;

    /** The ledger leg by GL account, with the last months of the periods around it. */
    private static final String BY_GL_ACCOUNT = """
            select gl_account, currency, count(*) filter (where period = :period) as postings,
                   count(distinct account) filter (where period = :period) as accounts,
                   coalesce(sum(amount) filter (where period = :period), 0) as amount,
                   coalesce(sum(amount) filter (where period = :previous), 0) as before,
                   coalesce(sum(amount) filter (where period = :next), 0) as after
            from ledger_row l
            where organisation = (select current_organisation()) and period in (:period, :previous, :next)
              and (:monthly or posted_on >= case period when :period then :last_month::date when :previous then :previous_month::date
                                                        else :next_month::date end)
              and not exists (select from movement m
                              where m.close_id = :close and m.account = l.account and m.excluded_by is not null)
            group by gl_account, currency order by gl_account nulls last, currency
            """;

    private final JdbcClient jdbc;

    LegPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Accounts after the cursor, an account's currencies always together. */
    Page<AccountLegs> page(Comparison run, Which which, String search, String after, int accounts) {
        var words = search.strip().toLowerCase(Locale.ROOT);
        var keys = which == Which.DIFFERING ? DIFFERING_KEY : words.isEmpty() ? EVERY_KEY : FOUND_KEY;
        var legs = jdbc.sql(keys + LEGS + SHOWN)
                .params(run.values())
                .params(Map.of("search", words, "after", after, "accounts", accounts + 1))
                .query(LegPages::legs)
                .list();
        var seen = legs.stream().map(AccountLegs::account).distinct().toList();
        if (seen.size() <= accounts) {
            return new Page<>(legs, null);
        }
        var last = seen.get(accounts - 1);
        var shown = new ArrayList<>(legs);
        shown.removeIf(leg -> leg.account().equals(seen.getLast()));
        return new Page<>(shown, last);
    }

    List<GlAccount> byGlAccount(Comparison run) {
        var span = run.close().span();
        return jdbc.sql(BY_GL_ACCOUNT)
                .params(run.values())
                .params(Map.of(
                        "previous_month", span.previous().lastMonth().atDay(1),
                        "next_month", span.next().lastMonth().atDay(1)))
                .query((row, number) -> new GlAccount(
                        row.getString("gl_account"),
                        row.getString("currency"),
                        row.getLong("postings"),
                        row.getLong("accounts"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("before"),
                        row.getBigDecimal("after")))
                .list();
    }

    private static AccountLegs legs(ResultSet row, int number) throws SQLException {
        var amount = row.getBigDecimal("amount");
        var relative = row.getBigDecimal("relative");
        var absolute = row.getBigDecimal("absolute");
        var tolerance = absolute == null ? null : absolute.max(relative);
        var state = row.getString("state");
        return new AccountLegs(
                row.getString("account"),
                row.getString("name"),
                row.getString("currency"),
                row.getBigDecimal("billing"),
                row.getBigDecimal("ledger"),
                row.getBigDecimal("retained"),
                amount,
                tolerance,
                standing(row.getBoolean("excluded"), amount, tolerance == null ? relative : tolerance),
                row.getObject("variance", Long.class),
                state == null ? null : Variance.State.valueOf(state));
    }

    private static Standing standing(boolean excluded, BigDecimal amount, BigDecimal tolerance) {
        if (excluded) {
            return Standing.EXCLUDED;
        }
        if (amount.signum() == 0) {
            return Standing.EQUAL;
        }
        return amount.compareTo(tolerance) > 0 ? Standing.DIFFERS : Standing.WITHIN_TOLERANCE;
    }
}
