package dev.tieout.reconciliation.internal;

import dev.tieout.reconciliation.TieOut;
import dev.tieout.reconciliation.TieOut.RetainedFrom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The three legs of a close, joined in the database in one pass into {@code tie_out_leg}, a table of the running transaction: one row for
 * each account that differs, and one for each currency, without an account, for all the others together. So what agrees, which is nearly
 * everything, is summed as it is joined and written nowhere.
 *
 * <p>An amount differs when the largest of the three pairwise differences is above both tolerances of the account: the absolute one,
 * converted at the opening rate, and the relative one of the largest leg. A difference equal to the tolerance is none.
 */
@Repository
class Legs {

    private static final String TABLES = """
            drop table if exists tie_out_drift, tie_out_leg;
            create temporary table tie_out_drift (
                account text not null, currency text not null, amount numeric not null
            ) on commit drop;
            create temporary table tie_out_leg (
                account text, currency text not null, accounts bigint not null,
                billing numeric not null, ledger numeric not null, retained numeric not null,
                in_billing boolean not null, in_ledger boolean not null, in_retained boolean not null,
                rate numeric, amount numeric not null, relative numeric not null
            ) on commit drop
            """;

    /**
     * What the movements say beyond billing's own conversion, taken back into the currency that weighs most with the account. Without a
     * retained report Tieout's own closing balance, which is in the reporting currency, is billing's amount and this. Mostly nothing.
     */
    private static final String DRIFT = """
            with line as not materialized (
                select b.account, b.currency,
                       case when b.currency = :reporting then recognised_mrr(b.mrr, b.status, :pause)
                            else round_half_even(recognised_mrr(b.mrr, b.status, :pause)
                                                 * case when :as_reported then r.closing else r.opening end, 4) end as converted
                from billing_row b
                left join rate r on r.close_id = b.close_id and r.currency = b.currency
                where b.close_id = :close and not b.late
            ), own as (
                select account, sum(amount) as amount
                from (select account, closing as amount from movement where close_id = :close
                      union all select account, -converted from line) side
                group by account
                having sum(amount) <> 0
            ), weight as (
                select account, currency, sum(converted) as converted
                from line where account in (select account from own) group by account, currency
            )
            insert into tie_out_drift
            select distinct on (o.account) o.account, coalesce(w.currency, :reporting),
                   round_half_even(o.amount / coalesce(case when w.currency <> :reporting then
                       case when :as_reported then r.closing else r.opening end end, 1), 4)
            from own o
            left join weight w on w.account = o.account
            left join rate r on r.close_id = :close and r.currency = w.currency
            order by o.account, w.converted desc nulls last, w.currency
            """;

    /**
     * Recognised closing amounts, after discounts whatever the policy counts, for the ledger posts what is charged; and postings of the
     * period's last month: what stands beside the closing amount.
     */
    private static final String BILLED_AND_POSTED = """
            with billed as (
                select account, currency, sum(charged_mrr(mrr, discount, status, :pause, :gross)) as amount
                from billing_row where close_id = :close and not late
                group by account, currency
            ), posted as (
                select account, currency, sum(amount) as amount
                from ledger_row
                where organisation = (select current_organisation()) and period = :period
                  and (:monthly or posted_on >= :last_month)
                group by account, currency
            ),
            """;

    /** The third leg from another system's report. */
    private static final String BESIDE_REPORT = """
            joined as (
                select account, currency, b.amount as b, l.amount as l, r.amount as r
                from billed b
                full join posted l using (account, currency)
                full join (select account, currency, amount from retained_row where close_id = :close) r using (account, currency)
            ),
            """;

    /** The third leg from Tieout's own closing balance. */
    private static final String BESIDE_OWN = """
            joined as (
                select account, currency, b.amount as b, l.amount as l,
                       case when d.amount is null then b.amount else coalesce(b.amount, 0) + d.amount end as r
                from billed b
                full join posted l using (account, currency)
                full join tie_out_drift d using (account, currency)
            ),
            """;

    /** Sums what agrees as it goes by; excluded accounts stay out of all three legs. An account that differs is a group of its own. */
    private static final String COMPARE = """
            rates as materialized (
                select currency, opening as rate from rate where close_id = :close and currency <> :reporting
                union all select :reporting, 1
            ), measured as (
                select account, currency, b, l, r, rate,
                       coalesce(b, 0) as billing, coalesce(l, 0) as ledger, coalesce(r, 0) as retained
                from joined j
                left join rates using (currency)
                where not exists (select from movement m
                                  where m.close_id = :close and m.account = j.account and m.excluded_by is not null)
            ), judged as (
                select account, currency, b, l, r,
                       not (billing = ledger and billing = retained)
                       and greatest(billing, ledger, retained) - least(billing, ledger, retained)
                           > :relative * greatest(abs(billing), abs(ledger), abs(retained))
                       and (rate is null
                            or (greatest(billing, ledger, retained) - least(billing, ledger, retained)) * rate > :tolerance)
                       as differs
                from measured
            ), outcome as (
                select currency, case when differs then account end as account, count(*) as accounts,
                       coalesce(sum(b), 0) as billing, coalesce(sum(l), 0) as ledger, coalesce(sum(r), 0) as retained,
                       count(b) > 0 as in_billing, count(l) > 0 as in_ledger, count(r) > 0 as in_retained
                from judged
                group by currency, case when differs then account end
            )
            insert into tie_out_leg
            select account, currency, accounts, billing, ledger, retained, in_billing, in_ledger, in_retained, rate,
                   greatest(billing, ledger, retained) - least(billing, ledger, retained),
                   :relative * greatest(abs(billing), abs(ledger), abs(retained))
            from outcome left join rates using (currency)
            """;

    private static final String REPORT_GIVEN = "select exists (select from retained_row where close_id = ?)";

    private static final String CURRENCIES_WITHOUT_RATE =
            "select distinct currency from tie_out_leg where account is not null and rate is null order by currency";

    private static final String FORGET_TOTALS = "delete from tie_out_total where close_id = :close";

    /** Totals by currency; the reporting currency has a row also when nothing stands in it. */
    private static final String KEEP_TOTALS = """
            insert into tie_out_total (organisation, close_id, currency, accounts, billing, ledger, retained,
                                       retained_from, differing, compared_at, revision, after_discounts)
            select current_organisation(), :close, currency, coalesce(sum(accounts), 0), coalesce(sum(billing), 0),
                   coalesce(sum(ledger), 0), coalesce(sum(retained), 0), :retained_from, count(account), :at, :revision, true
            from (select :reporting as currency union select currency from tie_out_leg) c
            left join tie_out_leg using (currency)
            group by currency
            """;

    private static final String COMPARED_AT = "select max(revision) from tie_out_total where close_id = ?";

    private static final String TOTALS = """
            select currency, accounts, billing, ledger, retained, retained_from, differing, compared_at
            from tie_out_total where close_id = ? order by currency
            """;

    private final JdbcClient jdbc;

    Legs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the legs and keeps their totals; returns the currencies that differ and have no rate. */
    List<String> compare(Comparison run) {
        var from = join(run);
        jdbc.sql(FORGET_TOTALS).params(run.values()).update();
        jdbc.sql(KEEP_TOTALS)
                .params(run.values())
                .param("retained_from", from.name())
                .update();
        return jdbc.sql(CURRENCIES_WITHOUT_RATE).query(String.class).list();
    }

    /** Joins the legs in the running transaction and keeps nothing. */
    RetainedFrom join(Comparison run) {
        var from = retainedFrom(run.close().key());
        jdbc.sql(TABLES).update();
        // Rows that came in a moment ago may have no statistics; a nested loop planned on a guess of a few rows never
        // ends.
        jdbc.sql("set local enable_nestloop = off").update();
        if (from == RetainedFrom.TIEOUT) {
            jdbc.sql(DRIFT).params(run.values()).update();
        }
        var third = from == RetainedFrom.REPORT ? BESIDE_REPORT : BESIDE_OWN;
        jdbc.sql(BILLED_AND_POSTED + third + COMPARE).params(run.values()).update();
        jdbc.sql("set local enable_nestloop = on; analyze tie_out_leg").update();
        return from;
    }

    private RetainedFrom retainedFrom(long closeId) {
        boolean given =
                jdbc.sql(REPORT_GIVEN).param(closeId).query(Boolean.class).single();
        return given ? RetainedFrom.REPORT : RetainedFrom.TIEOUT;
    }

    List<TieOut> totals(long closeId) {
        return jdbc.sql(TOTALS).param(closeId).query(Legs::total).list();
    }

    /** The revision of the close that was compared last; empty before the first comparison. */
    OptionalLong comparedAt(long closeId) {
        return jdbc.sql(COMPARED_AT).param(closeId).query(Long.class).optional().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static TieOut total(ResultSet row, int number) throws SQLException {
        return new TieOut(
                row.getString("currency"),
                row.getLong("accounts"),
                row.getBigDecimal("billing"),
                row.getBigDecimal("ledger"),
                row.getBigDecimal("retained"),
                RetainedFrom.valueOf(row.getString("retained_from")),
                row.getLong("differing"),
                row.getTimestamp("compared_at").toInstant());
    }
}
