package dev.tieout.movements.internal;

import dev.tieout.movements.Movement;
import dev.tieout.movements.Movements.DecisionRefused;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Money;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Refusal.Kind;
import java.util.EnumSet;
import java.util.Set;

/** What a person may say of a movement, in sentences where it is refused. */
final class OverrideChecks {

    /** The account is still served at nothing: a pause or a full discount, which may be read as contraction or as churn. */
    private static final Set<AccountStatus> STILL_SERVED = EnumSet.of(
            AccountStatus.ACTIVE,
            AccountStatus.TRIAL,
            AccountStatus.PAST_DUE,
            AccountStatus.PAUSED,
            AccountStatus.RENEWAL_PENDING);

    private OverrideChecks() {}

    static void comment(String comment) {
        if (comment.isBlank()) {
            throw new DecisionRefused(Kind.INVALID, "Say why, in a comment.");
        }
    }

    static void target(MovementClass to) {
        if (to == MovementClass.UNCLASSIFIED) {
            throw new DecisionRefused(Kind.INVALID, "UNCLASSIFIED is no decision; choose the class that it is.");
        }
    }

    /** @param fits whether the amounts bear the class */
    static void amounts(MovementClass to, Movement movement, boolean fits) {
        if (!fits) {
            throw new DecisionRefused(Kind.INVALID, to + " " + wants(to) + " " + has(movement));
        }
        boolean keepsAtNothing = to == MovementClass.CONTRACTION
                && movement.line().isEmpty()
                && movement.closingWithoutFx().signum() == 0;
        if (keepsAtNothing && !STILL_SERVED.contains(movement.status())) {
            throw new DecisionRefused(
                    Kind.INVALID,
                    "CONTRACTION to nothing is for an account that is paused or fully discounted; this one is "
                            + movement.status() + ", which is CHURN.");
        }
    }

    private static String wants(MovementClass to) {
        return switch (to) {
            case NEW, REACTIVATION -> "opens at nothing and closes above it.";
            case EXPANSION -> "opens above nothing and closes higher.";
            case CONTRACTION -> "closes below its opening.";
            case CHURN -> "opens above nothing and closes at nothing.";
            case RENEWAL -> "closes at its opening amount.";
            case UNCLASSIFIED -> "is no decision.";
        };
    }

    private static String has(Movement movement) {
        return "“" + movement.account() + "” opens at "
                + new Money(movement.opening(), movement.currency()).text() + " and closes at "
                + new Money(movement.closingWithoutFx(), movement.currency()).text() + " " + movement.currency() + ".";
    }
}
