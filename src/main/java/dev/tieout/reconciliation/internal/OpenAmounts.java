package dev.tieout.reconciliation.internal;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Grain;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is open in a close, summed in the database, and how far it could move the cohort's closing balance. */
@Repository
class OpenAmounts {

    /**
     * Open amounts in the reporting currency at the opening rate, and their reach into the ratios, account by account.
     *
     * <ul>
     *   <li>NRR: an account's closing falls by the open amount, to zero at the lowest, or rises by it. Accounts of the cohort, and
     *       reactivated ones when the policy counts them.
     *   <li>GRR: what the account keeps of its opening. A fall is first taken from its expansion (at line grain from what it keeps: another
     *       line may have expanded), a rise ends at its opening.
     *   <li>The variance of all accounts together could be anybody's and reaches with its whole amount.
     * </ul>
     */
    private static final String SUM = """
            with open_amount as (
                select v.account, count(*) as variances,
                       sum(round_half_even(v.amount * case when v.currency = :reporting then 1 else r.opening end, 4)) as amount
                from variance v
                left join rate r on r.close_id = v.close_id and r.currency = v.currency
                where v.close_id = :close and v.state in ('OPEN', 'PROPOSED')
                group by v.account
            ), balance as (
                select o.account, o.variances, o.amount, sum(m.opening) as opening, sum(m.closing - m.fx) as closing,
                       sum(least(m.opening, m.closing - m.fx)) as kept,
                       bool_or(m.class = 'REACTIVATION') as reactivated
                from open_amount o
                left join movement m on m.close_id = :close and m.account = o.account and m.excluded_by is null
                group by o.account, o.variances, o.amount
            ), reach as (
                select variances, amount, account = :all as everybody,
                       coalesce(opening > 0, false) as in_cohort,
                       coalesce(opening > 0 or reactivated and :count_reactivation, false) as in_nrr,
                       closing, opening, kept, case when :by_line then 0 else greatest(closing - opening, 0) end as surplus
                from balance
            )
            select coalesce(sum(variances), 0) as variances, coalesce(sum(amount), 0)::numeric(23, 4) as amount,
                   coalesce(sum(case when everybody then amount when in_nrr then least(amount, closing) end), 0) as nrr_down,
                   coalesce(sum(case when everybody or in_nrr then amount end), 0) as nrr_up,
                   coalesce(sum(case when everybody then amount
                                     when in_cohort then least(kept, greatest(amount - surplus, 0)) end), 0) as grr_down,
                   coalesce(sum(case when everybody then amount
                                     when in_cohort then least(amount, opening - kept) end), 0) as grr_up
            from reach
            """;

    private final JdbcClient jdbc;

    OpenAmounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Reach of(long closeId, Choices choices) {
        return jdbc.sql(SUM)
                .param("close", closeId)
                .param("reporting", choices.reportingCurrency())
                .param("all", Differences.ALL_ACCOUNTS)
                .param("count_reactivation", choices.reactivationInNrr())
                .param("by_line", choices.grain() == Grain.LINE)
                .query((row, number) -> new Reach(
                        row.getLong("variances"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("nrr_down"),
                        row.getBigDecimal("nrr_up"),
                        row.getBigDecimal("grr_down"),
                        row.getBigDecimal("grr_up")))
                .single();
    }

    /** Open amounts, and how far down and up they could move what NRR and GRR keep of the opening. All in the reporting currency. */
    record Reach(
            long variances,
            BigDecimal amount,
            BigDecimal nrrDown,
            BigDecimal nrrUp,
            BigDecimal grrDown,
            BigDecimal grrUp) {}
}
