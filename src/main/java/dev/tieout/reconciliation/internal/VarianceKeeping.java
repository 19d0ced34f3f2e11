package dev.tieout.reconciliation.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.reconciliation.Variance.State;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Brings the kept variances in line with what differs now, in two statements, and puts every change of state on the trail. */
@Repository
class VarianceKeeping {

    /** Up to so many changes of one sort have a row of their own on the trail; more share one that names so many. */
    static final int NAMED = 50;

    /**
     * Opens what is new or differs again, brings amounts up to date, and lets an explanation fall when a leg it explained has changed.
     * A row that would stay as it is is not touched.
     */
    private static final String OPEN = """
            insert into variance as v (organisation, close_id, account, currency, billing, ledger, retained, amount, cause, suggested,
                                       rule_version, rule_row, due_on, state, opened_at)
            select current_organisation(), :close, account, currency, billing, ledger, retained, amount, cause, cause,
                   :rule_version, rule_row, :due_on, 'OPEN', :at
            from tie_out_difference
            on conflict (close_id, account, currency) do update set
                billing = excluded.billing, ledger = excluded.ledger, retained = excluded.retained, amount = excluded.amount,
                suggested = excluded.suggested, rule_version = excluded.rule_version, rule_row = excluded.rule_row,
                state = 'OPEN', cause = excluded.cause, explanation = null, explained_by = null, explained_at = null,
                approved_by = null, approved_at = null, cleared_at = null,
                opened_at = case when v.state = 'CLEARED' then excluded.opened_at else v.opened_at end,
                due_on = case when v.state in ('CLEARED', 'EXPLAINED') then excluded.due_on else v.due_on end
            where v.state = 'CLEARED'
               or (v.billing, v.ledger, v.retained) is distinct from (excluded.billing, excluded.ledger, excluded.retained)
               or v.state = 'OPEN' and (v.suggested, v.rule_version, v.rule_row)
                                       is distinct from (excluded.suggested, excluded.rule_version, excluded.rule_row)
            returning new.id, new.account, new.currency, new.amount, old.state as was, new.state
            """;

    /** New data made these agree, or took the account out. */
    private static final String CLEAR = """
            update variance v set state = 'CLEARED', cleared_at = :at
            where v.close_id = :close and v.state <> 'CLEARED'
              and not exists (select from tie_out_difference d where d.account = v.account and d.currency = v.currency)
            returning v.id, v.account, v.currency, v.amount, old.state as was, new.state
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    VarianceKeeping(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Applies the differences gathered in this transaction; returns how many changed state, by what became of them. */
    Map<Step, Long> apply(Comparison run) {
        var changes = new Changes();
        jdbc.sql(OPEN).params(run.values()).query(changes::take);
        jdbc.sql(CLEAR).params(run.values()).query(changes::take);
        changes.record(audit, run.close().period());
        return changes.counts();
    }

    /** What a comparison does to a variance. */
    enum Step {
        OPENED("variance-opened"),
        REOPENED("variance-reopened"),
        EXPLANATION_FELL("variance-explanation-fell"),
        UPDATED("variance-updated"),
        CLEARED("variance-cleared");

        private final String action;

        Step(String action) {
            this.action = action;
        }

        static Step of(String was, State is) {
            if (is == State.CLEARED) {
                return CLEARED;
            }
            return switch (was) {
                case "" -> OPENED;
                case "CLEARED" -> REOPENED;
                case "PROPOSED", "EXPLAINED" -> EXPLANATION_FELL;
                default -> UPDATED;
            };
        }
    }

    /** One variance that changed, as the trail names it. */
    private record Change(long id, String account, String currency, BigDecimal amount, String was, State is) {

        static Change of(ResultSet row) throws SQLException {
            var was = row.getString("was");
            return new Change(
                    row.getLong("id"),
                    row.getString("account"),
                    row.getString("currency"),
                    row.getBigDecimal("amount"),
                    was == null ? "" : was,
                    State.valueOf(row.getString("state")));
        }
    }

    /** The changes of one comparison: all counted, the first of each sort kept by name. */
    private static final class Changes {

        private final Map<Step, Long> counts = new EnumMap<>(Step.class);
        private final Map<Step, List<Change>> named = new EnumMap<>(Step.class);

        void take(ResultSet row) throws SQLException {
            var change = Change.of(row);
            var step = Step.of(change.was(), change.is());
            var first = named.computeIfAbsent(step, any -> new ArrayList<>());
            if (counts.merge(step, 1L, Long::sum) <= NAMED) {
                first.add(change);
            }
        }

        Map<Step, Long> counts() {
            return counts;
        }

        void record(AuditTrail audit, String period) {
            named.forEach((step, changes) -> {
                long count = counts.getOrDefault(step, 0L);
                if (count > NAMED) {
                    audit.record(step.action, "close/" + period, null, Map.of("count", count, "first", changes), null);
                    return;
                }
                changes.forEach(change -> audit.record(
                        step.action,
                        "variance/" + change.id(),
                        change.was().isEmpty() ? null : Map.of("state", change.was()),
                        Map.of(
                                "state", change.is(),
                                "account", change.account(),
                                "amount", change.amount(),
                                "currency", change.currency(),
                                "close", period),
                        null));
            });
        }
    }
}
