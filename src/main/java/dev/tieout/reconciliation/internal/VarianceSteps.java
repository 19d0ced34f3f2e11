package dev.tieout.reconciliation.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.Reconciliation.NoSuchVariance;
import dev.tieout.reconciliation.Reconciliation.StepRefused;
import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Refusal.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with a variance: explain, assign, approve, reject. Each step checks where the variance stands first. */
@Component
class VarianceSteps {

    private final VarianceRecords variances;
    private final Closes closes;
    private final Policies policies;
    private final Owners owners;
    private final Contributions contributions;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    VarianceSteps(
            VarianceRecords variances,
            Closes closes,
            Policies policies,
            Organisations organisations,
            Contributions contributions,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.variances = variances;
        this.closes = closes;
        this.policies = policies;
        this.owners = new Owners(organisations);
        this.contributions = contributions;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    Variance explain(long id, VarianceCause cause, String comment) {
        currentActor.require(Role.CONTROLLER);
        requireComment(comment);
        return propose(open(id), cause, comment);
    }

    int explainAll(long closeId, VarianceCause cause, String comment) {
        currentActor.require(Role.CONTROLLER);
        requireComment(comment);
        requireChangeable(closeId);
        var person = currentActor.get().name();
        var explained = variances.proposeAll(closeId, cause, comment.strip(), person, clock.instant());
        if (!explained.isEmpty()) {
            contributions.note(closeId, Contributions.Kind.EXPLAINED);
            var which = Map.of("cause", cause, "count", explained.size(), "variances", explained);
            audit.record(
                    "variances-explained", "close/" + closes.withKey(closeId).period(), null, which, comment);
        }
        return explained.size();
    }

    private Variance propose(Variance variance, VarianceCause cause, String comment) {
        var person = currentActor.get().name();
        variances.propose(variance.id(), cause, comment.strip(), person, clock.instant());
        contributions.note(variance.closeId(), Contributions.Kind.EXPLAINED);
        return recorded("variance-explained", variance, comment);
    }

    Variance assign(long id, String owner, LocalDate due) {
        currentActor.require(Role.CONTROLLER);
        var variance = open(id);
        var zone = policies.version(closes.withKey(variance.closeId()).policyVersion())
                .choices()
                .zone();
        owners.check(owner, due, LocalDate.now(clock.withZone(zone)));
        variances.assign(id, owner, due);
        return recorded("variance-assigned", variance, null);
    }

    Variance approve(long id, @Nullable String comment) {
        var approver = currentActor.require(Role.CONTROLLER, Role.APPROVER);
        var variance = proposed(id);
        if (approver.name().equals(variance.explainedBy())) {
            throw new StepRefused(
                    Kind.FORBIDDEN,
                    "separation-of-duties",
                    "Who explained a variance does not approve the explanation.");
        }
        variances.approve(id, approver.name(), clock.instant());
        return recorded("variance-explanation-approved", variance, comment);
    }

    Variance reject(long id, String comment) {
        currentActor.require(Role.CONTROLLER, Role.APPROVER);
        requireComment(comment);
        var variance = proposed(id);
        variances.reject(id);
        return recorded("variance-explanation-rejected", variance, comment);
    }

    private Variance open(long id) {
        var variance = held(id);
        if (!variance.state().isOpen()) {
            throw new StepRefused(
                    Kind.CONFLICT, "variance-not-open", "The variance is " + word(variance.state()) + ", not open.");
        }
        return variance;
    }

    private Variance proposed(long id) {
        var variance = held(id);
        if (variance.state() != State.PROPOSED) {
            throw new StepRefused(
                    Kind.CONFLICT,
                    "variance-not-explained",
                    "The variance is " + word(variance.state()) + "; no explanation of it waits for approval.");
        }
        return variance;
    }

    private Variance held(long id) {
        requireChangeable(
                variances.find(id).orElseThrow(() -> new NoSuchVariance(id)).closeId());
        return variances.hold(id).orElseThrow(() -> new NoSuchVariance(id));
    }

    /** Holds the close before any variance, as publishing does: a version and its evidence see all of a step or nothing. */
    private void requireChangeable(long closeId) {
        closes.holdRevision(closeId);
        var close = closes.withKey(closeId);
        if (!close.isChangeable()) {
            throw new Closes.CloseIsFinal(close);
        }
    }

    private static void requireComment(String comment) {
        if (comment.isBlank()) {
            throw new StepRefused(Kind.INVALID, "comment-required", "Say in a comment why.");
        }
    }

    private static String word(State state) {
        return switch (state) {
            case OPEN -> "open";
            case PROPOSED -> "waiting for approval";
            case EXPLAINED -> "explained";
            case CLEARED -> "cleared";
        };
    }

    private Variance recorded(String action, Variance before, @Nullable String why) {
        var after = variances.find(before.id()).orElseThrow();
        audit.record(action, "variance/" + before.id(), standing(before), standing(after), why);
        return after;
    }

    private static Map<String, Object> standing(Variance variance) {
        return Map.of(
                "state", variance.state(),
                "cause", variance.cause(),
                "owner", variance.owner() == null ? "" : variance.owner(),
                "due", variance.dueOn().toString(),
                "account", variance.account(),
                "amount", variance.amount(),
                "currency", variance.currency());
    }
}
