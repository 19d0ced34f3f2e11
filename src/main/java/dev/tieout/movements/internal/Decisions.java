package dev.tieout.movements.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.closing.SignOff;
import dev.tieout.movements.Movement;
import dev.tieout.movements.Movement.DecidedBy;
import dev.tieout.movements.Movements.DecisionRefused;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import dev.tieout.terms.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Overrides and exclusions: checked, kept, announced to the close and written to the trail. Doing the same twice is doing it once. */
@Component
class Decisions {

    private final MovementQueries queries;
    private final StandingDecisions standing;
    private final Closes closes;
    private final Contributions contributions;
    private final CurrentActor currentActor;
    private final AuditTrail audit;

    Decisions(
            MovementQueries queries,
            StandingDecisions standing,
            Closes closes,
            Contributions contributions,
            CurrentActor currentActor,
            AuditTrail audit) {
        this.queries = queries;
        this.standing = standing;
        this.closes = closes;
        this.contributions = contributions;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    Movement override(Close close, String account, String line, MovementClass to, Reason reason, String comment) {
        OverrideChecks.comment(comment);
        OverrideChecks.target(to);
        var before = queries.of(close.key(), account, line);
        OverrideChecks.amounts(to, before, standing.fits(to, before));
        var present = new DecidedBy.Person(currentActor.get().name(), comment);
        if (before.decidedBy().equals(present) && before.movementClass() == to && before.reason() == reason) {
            return before;
        }
        standing.override(close.key(), before, to, reason, comment);
        var after = queries.of(close.key(), account, line);
        noted(close, Contributions.Kind.OVERRODE, "The classification of " + account + " was overridden");
        audit.record("movement-overridden", subject(close, after), InForce.of(before), InForce.of(after), comment);
        return after;
    }

    Movement undoOverride(Close close, String account, String line, String comment) {
        OverrideChecks.comment(comment);
        var before = queries.of(close.key(), account, line);
        if (!standing.undoOverride(close.key(), before)) {
            throw new DecisionRefused(Kind.CONFLICT, "Nobody has overridden “" + account + "”.");
        }
        var after = queries.of(close.key(), account, line);
        noted(close, Contributions.Kind.OVERRODE, "The override of " + account + " was taken back");
        audit.record("override-undone", subject(close, after), InForce.of(before), InForce.of(after), comment);
        return after;
    }

    void exclude(Close close, String account, String reason, String comment) {
        OverrideChecks.comment(comment);
        if (reason.isBlank()) {
            throw new DecisionRefused(Kind.INVALID, "An exclusion needs a reason.");
        }
        var present = new Movement.Exclusion(currentActor.get().name(), reason, comment);
        var before = anyOf(close, account).exclusion();
        if (present.equals(before)) {
            return;
        }
        if (before != null) {
            throw new DecisionRefused(
                    Kind.CONFLICT, "“" + account + "” has been excluded already, by " + before.user() + ".");
        }
        standing.exclude(close.key(), account, reason, comment);
        noted(close, Contributions.Kind.EXCLUDED, account + " was excluded");
        audit.record("account-excluded", subject(close, account), null, present, comment);
    }

    void include(Close close, String account, String comment) {
        OverrideChecks.comment(comment);
        var before = anyOf(close, account).exclusion();
        if (before == null) {
            throw new DecisionRefused(Kind.CONFLICT, "“" + account + "” is not excluded.");
        }
        standing.include(close.key(), account);
        noted(close, Contributions.Kind.EXCLUDED, account + " was taken in again");
        audit.record("account-included", subject(close, account), before, null, comment);
    }

    private Movement anyOf(Close close, String account) {
        return queries.ofAccount(close.key(), account).getFirst();
    }

    private void noted(Close close, Contributions.Kind kind, String because) {
        contributions.note(close.key(), kind);
        closes.changed(close.key(), SignOff.Kind.CLASSIFICATION, because + ".");
    }

    private static String subject(Close close, Movement movement) {
        var account = subject(close, movement.account());
        return movement.line().isEmpty() ? account : account + "/" + movement.line();
    }

    private static String subject(Close close, String account) {
        return "close/" + close.period() + "/movement/" + account;
    }

    /** What the trail says of a movement before and after. */
    private record InForce(
            MovementClass movementClass, @Nullable Reason reason, DecidedBy decidedBy) {

        static InForce of(Movement movement) {
            return new InForce(movement.movementClass(), movement.reason(), movement.decidedBy());
        }
    }
}
