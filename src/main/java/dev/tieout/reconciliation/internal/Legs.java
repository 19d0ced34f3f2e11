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
 * The three legs per account and currency, joined in the database into {@code tie_out_leg}, a table of the running transaction.
 *
 * <p>An amount differs when the largest of the three pairwise differences is above both tolerances of the account: the absolute one,
 * converted at the opening rate, and the relative one of the largest leg. A difference equal to the tolerance is none.
 */
@Repository
class Legs {

    /**
     * Where a run keeps the legs until it commits, one by one and joined. They are tables, not parts of one statement, because rows that
     * came in a moment ago have no statistics yet, and a plan made without them takes minutes instead of a second.
     */
    private static final String TABLES = """
            drop table if exists tie_out_billed, tie_out_posted, tie_out_retained, tie_out_leg;
            create temporary table tie_out_billed (
                account text not null, currency text not null, amount numeric not null, converted numeric
            ) on commit drop;
            create temporary table tie_out_posted (
                account text not null, currency text not null, amount numeric not null
            ) on commit drop;
            create temporary table tie_out_retained (
                account text not null, currency text not null, amount numeric not null
            ) on commit drop;
            create temporary table tie_out_leg (
                account text not null, currency text not null,
                billing numeric not null, ledger numeric not null, retained numeric not null,
                in_billing boolean not null, in_ledger boolean not null, in_retained boolean not null,
                rate numeric, amount numeric not null, relative numeric not null, differs boolean not null
            ) on commit drop
            """;

    /** Recognised closing amounts by account and currency, and in the reporting currency as the movements convert them. */
    private static final String BILLED = """
            insert into tie_out_billed
            select account, currency, sum(recognised),
                   sum(case when currency = :reporting then recognised else round_half_even(recognised * rate, 4) end)
            from (
                select b.account, b.currency, recognised_mrr(b.mrr, b.status, :pause) as recognised,
                       case when :as_reported then r.closing else r.opening end as rate
                from billing_row b
                left join rate r on r.close_id = b.close_id and r.currency = b.currency
                where b.close_id = :close and not b.late
            ) line
            group by account, currency
            """;

    /** Postings of the period's last month: what stands beside the closing amount. */
    private static final String POSTED = """
            insert into tie_out_posted
            select account, currency, sum(amount)
            from ledger_row
            where organisation = current_organisation() and period = :period and (:monthly or posted_on >= :last_month)
            group by account, currency
            """;

    /** The third leg from another system's report. */
    private static final String REPORTED =
            "insert into tie_out_retained select account, currency, amount from retained_row where close_id = :close";

    /**
     * The third leg from Tieout's own closing balance, which is in the reporting currency: billing's amount, plus whatever the movement
     * says beyond billing's conversion, taken back into the currency that weighs most with the account.
     */
    private static final String OWN = """
            with own as (
                select account, sum(closing) as closing, sum(coalesce(converted, 0)) as converted
                from (select account, closing, 0 as converted from movement where close_id = :close
                      union all select account, 0, converted from tie_out_billed) side
                group by account
                having sum(closing) <> sum(coalesce(converted, 0))
            ), drift as (
                select distinct on (o.account) o.account, coalesce(b.currency, :reporting) as currency,
                       round_half_even((o.closing - o.converted)
                                       / coalesce(case when b.currency <> :reporting then
                                           case when :as_reported then r.closing else r.opening end end, 1), 4) as amount
                from own o
                left join tie_out_billed b on b.account = o.account
                left join rate r on r.close_id = :close and r.currency = b.currency
                order by o.account, b.converted desc nulls last, b.currency
            )
            insert into tie_out_retained
            select account, currency, sum(amount)
            from (select account, currency, amount from tie_out_billed union all select * from drift) side
            group by account, currency
            """;

    /** The full join of the legs; excluded accounts stay out of all three. */
    private static final String JOINED = """
            with joined as (
                select account, currency,
                       coalesce(b.amount, 0) as billing, coalesce(l.amount, 0) as ledger, coalesce(r.amount, 0) as retained,
                       b.amount is not null as in_billing, l.amount is not null as in_ledger,
                       r.amount is not null as in_retained
                from tie_out_billed b
                full join tie_out_posted l using (account, currency)
                full join tie_out_retained r using (account, currency)
            ), measured as (
                select j.*, case when j.currency = :reporting then 1 else x.opening end as rate,
                       greatest(abs(billing - ledger), abs(billing - retained), abs(ledger - retained)) as amount,
                       :relative * greatest(abs(billing), abs(ledger), abs(retained)) as relative
                from joined j
                left join rate x on x.close_id = :close and x.currency = j.currency
                where not exists (select from movement m
                                  where m.close_id = :close and m.account = j.account and m.excluded_by is not null)
            )
            insert into tie_out_leg
            select account, currency, billing, ledger, retained, in_billing, in_ledger, in_retained, rate, amount,
                   relative, amount > relative and (rate is null or amount * rate > :tolerance)
            from measured
            """;

    private static final String REPORT_GIVEN = "select exists (select from retained_row where close_id = ?)";

    private static final String CURRENCIES_WITHOUT_RATE =
            "select distinct currency from tie_out_leg where differs and rate is null order by currency";

    private static final String FORGET_TOTALS = "delete from tie_out_total where close_id = :close";

    /** Totals by currency; the reporting currency has a row also when nothing stands in it. */
    private static final String KEEP_TOTALS = """
            insert into tie_out_total (organisation, close_id, currency, accounts, billing, ledger, retained,
                                       retained_from, differing, compared_at, revision)
            select current_organisation(), :close, currency, count(account), coalesce(sum(billing), 0),
                   coalesce(sum(ledger), 0), coalesce(sum(retained), 0), :retained_from,
                   count(*) filter (where differs), :at, :revision
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
        var from = retainedFrom(run.close().key());
        jdbc.sql(TABLES).update();
        fill(run, BILLED, "tie_out_billed");
        fill(run, POSTED, "tie_out_posted");
        fill(run, from == RetainedFrom.REPORT ? REPORTED : OWN, "tie_out_retained");
        fill(run, JOINED, "tie_out_leg");
        jdbc.sql(FORGET_TOTALS).params(run.values()).update();
        jdbc.sql(KEEP_TOTALS)
                .params(run.values())
                .param("retained_from", from.name())
                .update();
        return jdbc.sql(CURRENCIES_WITHOUT_RATE).query(String.class).list();
    }

    private void fill(Comparison run, String statement, String table) {
        jdbc.sql(statement).params(run.values()).update();
        jdbc.sql("analyze " + table).update();
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
