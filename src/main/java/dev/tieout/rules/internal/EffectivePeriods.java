package dev.tieout.rules.internal;

import dev.tieout.rules.PeriodsUnderWay;
import dev.tieout.rules.PeriodsUnderWay.PeriodUnderWay;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From which period a version may apply: one whose rules nobody has pinned yet. */
@Component
class EffectivePeriods {

    private final PeriodsUnderWay periods;

    EffectivePeriods(PeriodsUnderWay periods) {
        this.periods = periods;
    }

    /** What a draft applies from until its author says otherwise. */
    @Nullable
    Period usual() {
        return periods.next();
    }

    /**
     * The period, when a version may apply from it.
     *
     * @throws RuleVersionRefused when there is none, or it or a later one has been opened
     */
    Period require(@Nullable Period from) {
        if (from == null) {
            throw new RuleVersionRefused(
                    Kind.INVALID, "effective-from-missing", "Say from which period on the version is to apply.");
        }
        var pinned = periods.from(from);
        if (!pinned.isEmpty()) {
            throw refusal(pinned.getFirst(), pinned.getLast().period().next());
        }
        return from;
    }

    private static RuleVersionRefused refusal(PeriodUnderWay pinned, Period next) {
        String sentence = pinned.isFinal()
                ? pinned.period() + " is final and keeps the rules that it was closed by. To change its figures raise a"
                        + " correction of " + pinned.period() + "; let the version apply from " + next + " on."
                : pinned.period() + " has been opened and keeps the rules that it was opened with. Let the version"
                        + " apply from " + next + " on.";
        return new RuleVersionRefused(
                Kind.CONFLICT, pinned.isFinal() ? "period-is-final" : "period-has-pinned-rules", sentence);
    }
}
