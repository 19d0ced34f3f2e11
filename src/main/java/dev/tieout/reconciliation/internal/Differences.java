package dev.tieout.reconciliation.internal;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.VarianceDecision;
import dev.tieout.rules.VarianceFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What differs above tolerance, with everything the variance table asks, in {@code tie_out_difference}, a table of the running
 * transaction. The table's suggestions are fetched in batches and written back a batch at a time.
 */
@Repository
class Differences {

    /** The account under which small differences stand that are too large together. */
    static final String ALL_ACCOUNTS = "*";

    private static final String TABLE = """
            drop table if exists tie_out_difference;
            create temporary table tie_out_difference (
                id bigint generated always as identity primary key,
                account text not null, currency text not null,
                billing numeric not null, ledger numeric not null, retained numeric not null, amount numeric not null,
                in_billing boolean not null, in_ledger boolean not null, in_retained boolean not null,
                billing_less_ledger int not null, billing_less_retained int not null, ledger_less_retained int not null,
                adjacent boolean not null default false, decided boolean not null default false,
                rejected boolean not null default false, duplicate boolean not null default false,
                discount boolean not null default false, currency_differs boolean not null default false,
                renewal boolean not null default false, material boolean not null default false,
                cause text, rule_row int
            ) on commit drop
            """;

    /**
     * What else the ledger knows of the accounts that differ: postings of the period after, those that came late with this close's file,
     * and of the period before.
     */
    private static final String POSTED_BESIDE = """
            with differing as (select * from tie_out_leg where account is not null),
            following as (
                select account, currency, sum(amount) as amount, array_agg(amount) filter (where late) as late
                from ledger_row
                where organisation = current_organisation() and period = :next
                  and account in (select account from differing)
                group by account, currency
            ), preceding as (
                select account, currency, sum(amount) as amount
                from ledger_row
                where organisation = current_organisation() and period = :previous
                  and account in (select account from differing)
                group by account, currency
            ),
            """;

    /**
     * How the accounts opened, after discounts like billing, whatever the policy counted that the opening was left by; and what billing
     * says besides the amount.
     */
    private static final String BALANCES = """
            opened as (
                select account, currency,
                       sum(case when (select opens_gross(:close)) then greatest(mrr - coalesce(discount, 0), 0) else mrr end) as mrr,
                       coalesce(sum(discount), 0) as discount
                from opening_line
                where close_id = :close and account in (select account from differing)
                group by account, currency
            ), discount_at_open as (
                select account, sum(discount) as discount from opened group by account
            ), billing_now as (
                select account, coalesce(sum(discount), 0) as discount, bool_or(status = 'RENEWAL_PENDING') as renewal
                from billing_row
                where close_id = :close and not late and account in (select account from differing)
                group by account
            ),
            """;

    /** A person decided; a reject names the account in one of its cells; a second copy was reported under its key. */
    private static final String IMPORTS = """
            decided as (select account from movement_decision where close_id = :close),
            rejected as (
                select trim(both ' "' from cell) as account
                from source s join source_reject r on r.source_id = s.id
                cross join unnest(string_to_array(r.row_text, ',')) cell
                where s.close_id = :close and s.state = 'ACCEPTED' and s.kind <> 'ACCOUNTS'
            ), duplicate as (
                select cell as account
                from source s join source_duplicate d on d.source_id = s.id
                cross join unnest(string_to_array(d.key, ' / ')) cell
                where s.close_id = :close and s.state = 'ACCEPTED' and s.kind in ('BILLING', 'RETAINED')
                union all
                select l.account
                from source s join source_duplicate d on d.source_id = s.id
                join ledger_row l on l.organisation = s.organisation and l.entry_id = d.key
                where s.close_id = :close and s.state = 'ACCEPTED' and s.kind = 'LEDGER'
            ),
            """;

    /** Accounts that stand in one currency in some legs and in another currency in the others. */
    private static final String MIXED = """
            mixed as (
                select x.account
                from differing x join differing y on y.account = x.account and y.currency <> x.currency
                where (x.in_billing and not y.in_billing or x.in_ledger and not y.in_ledger
                       or x.in_retained and not y.in_retained)
                  and (y.in_billing and not x.in_billing or y.in_ledger and not x.in_ledger
                       or y.in_retained and not x.in_retained)
            )
            """;

    /**
     * Each account that differs, with what else is known of it. Posted in the adjacent period: the missing amount came late and waits for
     * the next period, or the period before or after has posted exactly so much beside what recurs. The mere amount would not tell, for
     * the same amount is posted every month.
     */
    private static final String FILL = """
            insert into tie_out_difference (account, currency, billing, ledger, retained, amount,
                in_billing, in_ledger, in_retained, billing_less_ledger, billing_less_retained, ledger_less_retained,
                adjacent, decided, rejected, duplicate, discount, currency_differs, renewal, material)
            select account, currency, billing, ledger, retained, x.amount, in_billing, in_ledger, in_retained,
                   case when abs(billing - ledger) > relative and abs(billing - ledger) * rate > :tolerance
                        then sign(billing - ledger) else 0 end,
                   case when abs(billing - retained) > relative and abs(billing - retained) * rate > :tolerance
                        then sign(billing - retained) else 0 end,
                   case when abs(ledger - retained) > relative and abs(ledger - retained) * rate > :tolerance
                        then sign(ledger - retained) else 0 end,
                   billing <> ledger and (coalesce(billing - ledger = any (f.late), false)
                                          or coalesce(billing - ledger = f.amount - billing, false)
                                          or coalesce(billing - ledger = p.amount - coalesce(o.mrr, 0), false)),
                   account in (select account from decided),
                   account in (select account from rejected),
                   account in (select account from duplicate),
                   coalesce(d.discount, 0) <> coalesce(b.discount, 0),
                   account in (select account from mixed),
                   coalesce(b.renewal, false),
                   x.amount * rate >= :materiality
            from differing x
            left join following f using (account, currency)
            left join preceding p using (account, currency)
            left join opened o using (account, currency)
            left join discount_at_open d using (account)
            left join billing_now b using (account)
            """;

    /** What is left in each currency when every account that differs by itself is taken away, above the tolerance for totals. */
    private static final String REMAINDER = """
            insert into tie_out_difference (account, currency, billing, ledger, retained, amount, in_billing, in_ledger,
                in_retained, billing_less_ledger, billing_less_retained, ledger_less_retained, material)
            select :all, currency, billing, ledger, retained, amount, true, true, true,
                   sign(billing - ledger), sign(billing - retained), sign(ledger - retained), amount * rate >= :materiality
            from tie_out_leg
            where account is null and amount * rate > :total_tolerance
            """;

    private static final String DIFFERING = "select count(account) from tie_out_leg";

    /** Up to so many accounts, five look-ups for each cost less than reading the whole period again. */
    private static final long FEW = 10_000;

    private static final String BATCH = "select * from tie_out_difference where id > ? order by id limit ?";

    static final String DECIDE = """
            update tie_out_difference d set cause = x.cause, rule_row = x.rule_row
            from unnest(?::bigint[], ?::text[], ?::int[]) as x (id, cause, rule_row) where d.id = x.id
            """;

    private final JdbcClient jdbc;
    private final RuleTables rules;

    Differences(JdbcClient jdbc, RuleTables rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Gathers what differs between the legs as compared in this transaction, and asks the pinned table for each cause. */
    void gather(Comparison run) {
        fill(run);
        decide(run.table(), DECIDE);
    }

    /** Gathers what differs, without any cause. */
    void fill(Comparison run) {
        jdbc.sql(TABLE).update();
        // A few accounts are looked up by index, many joined in whole. Said outright, for a plan made on statistics
        // from before the
        // import never ends.
        boolean few = jdbc.sql(DIFFERING).query(Long.class).single() <= FEW;
        jdbc.sql("set local " + (few ? "enable_seqscan" : "enable_nestloop") + " = off")
                .update();
        jdbc.sql(POSTED_BESIDE + BALANCES + IMPORTS + MIXED + FILL)
                .params(run.values())
                .update();
        jdbc.sql("set local enable_nestloop = on; set local enable_seqscan = on")
                .update();
        jdbc.sql(REMAINDER).params(run.values()).param("all", ALL_ACCOUNTS).update();
        jdbc.sql("analyze tie_out_difference").update();
    }

    /**
     * Asks a table for each cause.
     *
     * @param keep takes ids, causes and rows
     */
    void decide(PinnedTable table, String keep) {
        long last = 0;
        for (var batch = after(last); !batch.isEmpty(); batch = after(last)) {
            keep(rules.suggestCauses(table, batch), keep);
            last = batch.getLast().id();
        }
    }

    private List<VarianceFact> after(long last) {
        return jdbc.sql(BATCH)
                .params(last, RuleTables.BATCH_LIMIT)
                .query(Differences::fact)
                .list();
    }

    private void keep(List<VarianceDecision> decisions, String statement) {
        jdbc.sql(statement)
                .param(decisions.stream().map(VarianceDecision::factId).toArray(Long[]::new))
                .param(decisions.stream()
                        .map(decision -> decision.cause().name())
                        .toArray(String[]::new))
                .param(decisions.stream().map(VarianceDecision::row).toArray(Integer[]::new))
                .update();
    }

    private static VarianceFact fact(ResultSet row, int number) throws SQLException {
        return new VarianceFact(
                row.getLong("id"),
                row.getBoolean("in_billing"),
                row.getBoolean("in_ledger"),
                row.getBoolean("in_retained"),
                row.getInt("billing_less_ledger"),
                row.getInt("billing_less_retained"),
                row.getInt("ledger_less_retained"),
                row.getBoolean("adjacent"),
                row.getBoolean("decided"),
                row.getBoolean("rejected"),
                row.getBoolean("duplicate"),
                row.getBoolean("discount"),
                row.getBoolean("currency_differs"),
                row.getBoolean("renewal"),
                row.getBoolean("material"));
    }
}
