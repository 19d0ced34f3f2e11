package dev.tieout.backtest.internal;

import dev.tieout.movements.Replays;

/** What is kept of a replayed period. */
final class ChangeSql {

    static final String FIGURE = """
            insert into back_test_figure (organisation, back_test_id, publication_id, dimension, slice,
                opening, new, reactivation, expansion, contraction, churn, fx, closing,
                cohort_accounts, retained_accounts, new_accounts, reactivated_accounts,
                expanded_accounts, contracted_accounts, churned_accounts, excluded_accounts)
            values (current_organisation(), ?, ?, '', '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Every movement that counts and comes out otherwise; one that only another row decides, the same, is not kept. */
    static final String CHANGES = """
            insert into back_test_change (organisation, back_test_id, publication_id, account, line, currency, account_name,
                opening, was_closing, closing, was_amount, amount, was, becomes, was_reason, becomes_reason, was_row, becomes_row)
            select current_organisation(), :test, :publication, account, line, :currency, account_name,
                   coalesce(opening, was_opening), was_closing, closing,
                   coalesce(was_closing - was_fx - was_opening, 0), coalesce(closing - fx - opening, 0),
                   coalesce(was_class, 'NONE'), coalesce(class, 'NONE'), was_reason, reason,
                   coalesce(was_rule_row, 0), coalesce(rule_row, 0)
            from THE_RESULT
            where coalesce(excluded_by, was_excluded_by) is null
              and (class, reason, opening, closing) is distinct from (was_class, was_reason, was_opening, was_closing)
            """.replace("THE_RESULT", Replays.REPLAYED);

    /** What each row decided, whatever people decided after. */
    static final String HITS = """
            insert into back_test_hit (organisation, back_test_id, publication_id, base, table_row, hits)
            select current_organisation(), :test, :publication, false, rule_row, count(*)
            from THE_RESULT where stands group by rule_row
            union all
            select current_organisation(), :test, :publication, true, was_rule_row, count(*)
            from THE_RESULT where stood and was_rule_row is not null group by was_rule_row
            """.replace("THE_RESULT", Replays.REPLAYED);

    private ChangeSql() {}
}
