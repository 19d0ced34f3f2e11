package dev.tieout.rules.internal;

import dev.tieout.rules.PeriodsUnderWay;
import dev.tieout.rules.PeriodsUnderWay.PeriodUnderWay;
import dev.tieout.rules.RuleDrafts.PeriodIsFinal;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.terms.Refusal.Kind;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From which period a version may apply: one whose rules nobody has pinned yet, and that no newer version has taken already. */
@Component
class EffectivePeriods {

    private final PeriodsUnderWay periods;
    private final RuleVersions versions;

    EffectivePeriods(PeriodsUnderWay periods, RuleVersions versions) {
        this.periods = periods;
        this.versions = versions;
    }

    /** What a draft applies from until its author says otherwise. */
    @Nullable
    Period usual() {
        return periods.next();
    }

    /**
     * The period, when a version may apply from it that is newer than all others.
     *
     * @throws RuleVersionRefused when there is none, or it or a later one has been opened
     * @throws PeriodIsFinal when it is final
     */
    Period require(@Nullable Period from) {
        if (from == null) {
            throw new RuleVersionRefused(
                    Kind.INVALID, "effective-from-missing", "Say from which period on the version is to apply.");
        }
        opened(from).ifPresent(EffectivePeriods::refuse);
        return from;
    }

    /**
     * Refuses a version that cannot apply from its own period.
     *
     * @throws RuleVersionRefused as {@link #require(Period)}, and when a newer approved version leaves no period to it
     * @throws PeriodIsFinal when its period is final
     */
    void require(RuleVersion version) {
        String from = version.effectiveFrom();
        overtaken(version, require(from == null ? null : Period.parse(from))).ifPresent(EffectivePeriods::refuse);
    }

    /** Why a version cannot apply from a period that somebody has named. */
    Optional<Refusal> objectionTo(RuleVersion version, Period from) {
        return opened(from).or(() -> overtaken(version, from));
    }

    private Optional<Refusal> opened(Period from) {
        var pinned = periods.from(from);
        return pinned.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        refusal(pinned.getFirst(), pinned.getLast().period().next()));
    }

    /** Of the versions that apply to a period the one of the highest number does: an older one approved later would never come to that. */
    private Optional<Refusal> overtaken(RuleVersion version, Period from) {
        return versions.findByRuleTableAndState(version.ruleTable(), State.APPROVED).stream()
                .filter(newer -> version.isOvertakenBy(newer, from))
                .max(Comparator.comparingInt(RuleVersion::version))
                .map(newer -> overtaken(version, newer));
    }

    private static Refusal overtaken(RuleVersion version, RuleVersion newer) {
        return new RuleVersionRefused(
                Kind.CONFLICT,
                "rule-version-overtaken",
                "Version " + newer.version() + " is newer and has been approved"
                        + (newer.effectiveFrom() == null ? "" : " from " + newer.effectiveFrom() + " on")
                        + ": version " + version.version()
                        + " would never apply to any period. Write a new version from"
                        + " version " + newer.version() + " that takes over what is still wanted of it.");
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

    private static void refuse(Refusal refusal) {
        throw refusal;
    }
}
