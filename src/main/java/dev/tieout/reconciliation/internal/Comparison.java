package dev.tieout.reconciliation.internal;

import dev.tieout.closing.Close;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Discounts;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.PeriodLength;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * One run of the tie-out: the close, its policy and the instant.
 *
 * @param choices of the policy version that the close pins
 */
record Comparison(Close close, Choices choices, Instant at) {

    /** Every value that the statements of a run name. */
    Map<String, Object> values() {
        var span = close.span();
        var values = new HashMap<String, Object>();
        values.put("close", close.key());
        values.put("period", close.period());
        values.put("previous", span.previous().toString());
        values.put("next", span.next().toString());
        values.put("monthly", span.length() == PeriodLength.MONTH);
        values.put("last_month", span.lastMonth().atDay(1));
        values.put("pause", choices.pause().name());
        values.put("gross", choices.countedDiscounts() == Discounts.GROSS);
        values.put("reporting", choices.reportingCurrency());
        values.put("as_reported", choices.fx() == Fx.AS_REPORTED);
        values.put("tolerance", choices.toleranceAbsolute());
        values.put("relative", choices.toleranceRelative());
        values.put("total_tolerance", choices.totalToleranceAbsolute());
        values.put("materiality", choices.materiality());
        values.put("rule_version", table().version());
        values.put("due_on", dueOn());
        values.put("revision", close.revision());
        values.put("at", Timestamp.from(at));
        return values;
    }

    PinnedTable table() {
        return new PinnedTable(RuleTables.VARIANCE_CAUSE, close.ruleVersion(RuleTables.VARIANCE_CAUSE));
    }

    LocalDate today() {
        return LocalDate.ofInstant(at, choices.zone());
    }

    private LocalDate dueOn() {
        return today().plusDays(choices.varianceSlaDays());
    }
}
