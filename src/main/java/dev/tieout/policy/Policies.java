package dev.tieout.policy;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policy versions of the current organisation. */
public interface Policies {

    /** The approved version in force for a period: the highest that applies from it or earlier. */
    MetricPolicy inForce(Period period);

    /** One version. */
    MetricPolicy version(int version);

    /** All versions, newest first. */
    List<MetricPolicy> all();

    /**
     * Proposes a new version, to be approved by another person before any close uses it. For administrators and analysts.
     *
     * @param effectiveFrom the first period that it applies to, one that has not been opened; null for every period from the next one on
     * @throws ImpossibleChoice when a choice is not possible, or the period has been opened: a close keeps the policy that it began with
     */
    MetricPolicy propose(Choices choices, @Nullable Period effectiveFrom, String comment);

    /** Approves a proposed version. For approvers and administrators, never its author. */
    MetricPolicy approve(int version, @Nullable String comment);

    /** Rejects a proposed version. For approvers and administrators, never its author. */
    MetricPolicy reject(int version, String comment);

    /** No such version here. */
    final class NoSuchPolicy extends Refusal {
        public NoSuchPolicy(int version) {
            super(Kind.MISSING, "no-such-policy", "There is no version " + version + " of the metric policy.");
        }
    }

    /** No approved version applies to the period. */
    final class NoPolicyInForce extends Refusal {
        public NoPolicyInForce(Period period) {
            super(Kind.CONFLICT, "no-policy-in-force", "No approved metric policy applies to " + period + ".");
        }
    }

    /** A choice is not possible. */
    final class ImpossibleChoice extends Refusal {
        public ImpossibleChoice(String sentence) {
            super(Kind.INVALID, "impossible-policy-choice", sentence);
        }
    }

    /** The version is not waiting for approval, or its author tried to approve it. */
    final class NotApprovable extends Refusal {
        public NotApprovable(Kind kind, String sentence) {
            super(kind, "policy-not-approvable", sentence);
        }
    }
}
