package dev.tieout.console.ui;

import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Discounts;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Metered;
import dev.tieout.policy.MetricPolicy.State;
import dev.tieout.policy.MetricPolicy.TimestampRule;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metric policy in words: each choice by its name, in the order in which people read them. */
final class PolicyWords {

    private PolicyWords() {}

    static Map<String, String> of(Choices choices) {
        var said = new LinkedHashMap<String, String>();
        said.put(
                "Movements",
                choices.grain() == Grain.ACCOUNT ? "One for each account, net of its lines" : "One for each line");
        said.put("Periods", "Of one " + Words.within(choices.periodLength()));
        said.put("Time zone", choices.timeZone());
        said.put("Timestamp rule", rule(choices.timestampRule()));
        said.put("Cutoff", cutoff(choices.cutoffHours() == null ? 0 : choices.cutoffHours()));
        said.put("Reporting currency", choices.reportingCurrency());
        said.put(
                "Exchange rates",
                choices.fx() == Fx.CONSTANT
                        ? "Constant: both ends at the opening rate"
                        : "As reported: the difference is a line of its own");
        said.put(
                "Reactivation",
                choices.reactivationMonths() == null
                        ? "However long ago"
                        : "Within " + Words.counted(choices.reactivationMonths(), "month", "months")
                                + "; later it is new");
        said.put("Reactivation in NRR", choices.reactivationInNrr() ? "Counts" : "Does not count");
        said.put("A paused line is", Words.of(choices.pause()));
        said.put("A discount of 100 % is", Words.of(choices.fullDiscount()));
        said.put("Revenue counts", discounts(choices.countedDiscounts()));
        said.put("Metered lines", metered(choices.countedMetered()));
        said.put(
                "Grace of a pending renewal",
                Words.counted(choices.lateRenewalGraceDays(), "day", "days") + " after the term's end");
        said.put("Opening lines that may be missing", percent(choices.toleratedAbsence()));
        said.put("Tolerance per account", Format.money(choices.toleranceAbsolute(), choices.reportingCurrency()));
        said.put("Relative tolerance per account", percent(choices.toleranceRelative()));
        said.put("Tolerance in total", Format.money(choices.totalToleranceAbsolute(), choices.reportingCurrency()));
        said.put("Review from", Format.money(choices.materiality(), choices.reportingCurrency()));
        said.put("Variances are due after", Words.counted(choices.varianceSlaDays(), "day", "days"));
        said.put("Tasks are due after", Words.counted(choices.taskSlaDays(), "day", "days"));
        return said;
    }

    static String discounts(Discounts discounts) {
        return discounts == Discounts.NET ? "After discounts" : "Before discounts";
    }

    static String metered(Metered metered) {
        return metered == Metered.IN ? "Count" : "Are left out";
    }

    static String rule(TimestampRule rule) {
        return rule == TimestampRule.BILLING_POSTED ? "When billing posted it" : "When the ledger posted it";
    }

    private static String cutoff(int hours) {
        return hours == 0 ? "When the period ends" : Words.counted(hours, "hour", "hours") + " after the period's end";
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    static String applies(MetricPolicy policy) {
        return policy.effectiveFrom() == null ? "To every period" : "From " + policy.effectiveFrom() + " on";
    }

    static Tag tag(State state) {
        return new Tag(
                Words.of(state),
                switch (state) {
                    case APPROVED -> Tone.GOOD;
                    case IN_REVIEW -> Tone.ATTENTION;
                    case REJECTED -> Tone.BAD;
                    case DRAFT, RETIRED -> Tone.NEUTRAL;
                });
    }
}
