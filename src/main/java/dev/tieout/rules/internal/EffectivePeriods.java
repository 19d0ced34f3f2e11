package dev.tieout.rules.internal;

import dev.tieout.rules.PeriodsUnderWay;
import dev.tieout.rules.PeriodsUnderWay.PeriodUnderWay;
import dev.tieout.rules.RuleDrafts.PeriodIsFinal;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.terms.Refusal.Kind;
import java.util.Optional;
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
     * @throws PeriodIsFinal when it is final
     */
    Period require(@Nullable Period from) {
        if (from == null) {
            throw new RuleVersionRefused(
                    Kind.INVALID, "effective-from-missing", "Say from which period on the version is to apply.");
        }
        objectionTo(from).ifPresent(refusal -> {
            throw refusal;
        });
        return from;
    }

    /** Why a version cannot apply from a period that somebody has named. */
    Optional<Refusal> objectionTo(Period from) {
        var pinned = periods.from(from);
        return pinned.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        refusal(pinned.getFirst(), pinned.getLast().period().next()));
    }

    private static Refusal refusal(PeriodUnderWay pinned, Period next) {
        return pinned.isFinal()
                ? new PeriodIsFinal(pinned.period(), next)
                : new RuleVersionRefused(
                        Kind.CONFLICT,
                        "period-has-pinned-rules",
                        pinned.period()
                                + " has been opened and keeps the rules that it was opened with. Let the version"
                                + " apply from " + next + " on.");
    }
}
