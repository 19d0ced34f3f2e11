package dev.tieout.rules.internal;

import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Refusal.Kind;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Approval and rejection of submitted versions. */
@Component
class RuleDecisions {

    private final RuleVersions versions;
    private final EffectivePeriods periods;
    private final RuleTrail trail;
    private final CurrentActor currentActor;
    private final Clock clock;

    RuleDecisions(
            RuleVersions versions, EffectivePeriods periods, RuleTrail trail, CurrentActor currentActor, Clock clock) {
        this.versions = versions;
        this.periods = periods;
        this.trail = trail;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    RuleVersion approve(RuleVersion submitted, @Nullable String comment) {
        var approver = approver(submitted);
        var approved = submitted.approved(approver, clock.instant(), comment);
        versions.holdInForce();
        periods.require(submitted);
        var kept = versions.save(approved);
        trail.record("rule-version-approved", submitted, kept, comment);
        versions.findByRuleTableAndState(kept.ruleTable(), State.APPROVED).stream()
                .filter(older -> older.isOvertakenBy(kept))
                .forEach(older -> retire(older, kept));
        return kept;
    }

    private void retire(RuleVersion older, RuleVersion by) {
        var retired = versions.save(older.retired());
        trail.record("rule-version-retired", older, retired, "Version " + by.version() + " applies in its place.");
    }

    RuleVersion reject(RuleVersion submitted, String comment) {
        var approver = approver(submitted);
        if (comment.isBlank()) {
            throw new RuleVersionRefused(
                    Kind.INVALID, "comment-missing", "Say why it is rejected: its author works on from there.");
        }
        var kept = versions.save(submitted.rejected(approver, clock.instant(), comment.trim()));
        trail.record("rule-version-rejected", submitted, kept, comment);
        return kept;
    }

    private String approver(RuleVersion submitted) {
        var person = currentActor.require(Role.APPROVER);
        var objection = objection(submitted, person.name());
        if (objection != null) {
            throw new RuleVersionRefused(Kind.FORBIDDEN, "separation-of-duties", objection);
        }
        return person.name();
    }

    @Nullable
    String objection(RuleVersion submitted, String person) {
        return submitted.editors().contains(person) || person.equals(submitted.submittedBy())
                ? "Who wrote in a rule version does not decide about it."
                : null;
    }
}
