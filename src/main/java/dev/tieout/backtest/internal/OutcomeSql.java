package dev.tieout.backtest.internal;

import dev.tieout.movements.Replays;

/** What is asked of a replayed period. */
final class OutcomeSql {

    /** The movements that would have been, for their bridge. */
    static final String REPLAYED = Replays.REPLAYED + " where stands";

    /** Counts over the period. An excluded movement is decided and counts for nothing else. */
    static final String TALLY = """
            select count(*) filter (where stands) as decided,
                   count(*) filter (where moves) as changed,
                   count(distinct account) filter (where moves) as changed_accounts,
                   coalesce(sum(abs(amount)) filter (where moves), 0) as changed_amount,
                   count(*) filter (where counts and class = was_class and reason is distinct from was_reason) as reason_changes,
                   count(*) filter (where kept_override) as overridden,
                   count(*) filter (where kept_override and rule_class is distinct from was_rule_class) as override_differs,
                   count(*) filter (where counts and rule_row = 0 and was_rule_row > 0) as undecided
            from (select *, counts and class is distinct from was_class as moves
                  from (select *, coalesce(excluded_by, was_excluded_by) is null as counts,
                               coalesce(closing - fx - opening, was_closing - was_fx - was_opening) as amount
                        from THE_RESULT) c) m
            """.replace("THE_RESULT", Replays.REPLAYED);

    /** What comes out otherwise, whole. */
    static final String MOVED = """
            select * from THE_RESULT
            where (opening, closing, fx, class, reason, excluded_by)
                  is distinct from (was_opening, was_closing, was_fx, was_class, was_reason, was_excluded_by)
            order by account collate "C", line collate "C"
            """.replace("THE_RESULT", Replays.REPLAYED);

    private OutcomeSql() {}
}
