package dev.tieout.publication.internal;

import dev.tieout.closing.SignOff;
import dev.tieout.movements.DecisionCounts;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.publication.internal.GateFacts.Crosswalk;
import dev.tieout.publication.internal.GateFacts.Figures;
import dev.tieout.publication.internal.GateFacts.Late;
import dev.tieout.publication.internal.GateFacts.OpeningCohort;
import dev.tieout.publication.internal.GateFacts.Tie;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.reconciliation.VarianceOwnership;
import dev.tieout.sources.Intake;
import dev.tieout.sources.LatePostings;
import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A close that lacks nothing; each test takes one thing away. */
final class AllHolds {

    static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

    @Nullable
    Instant policyApprovedAt = NOON;

    SortedSet<Integer> policiesUsed = new TreeSet<>(List.of(1));
    OpeningCohort cohort = new OpeningCohort("a".repeat(64), "a".repeat(64), 1_000);
    Intake.Counts intake = intake(0, 0, 0);
    List<String> exceptions = List.of();
    List<String> openAccounting = List.of();
    Late late = new Late(new LatePostings.Counts(0, 0, 0), List.of());
    Map<MovementClass, Long> movements = Map.of(MovementClass.RENEWAL, 999L, MovementClass.CHURN, 1L);
    DecisionCounts.Counts decisions = new DecisionCounts.Counts(2, 1, 0, 0, List.of());
    Figures figures = new Figures(true, true, null);
    Tie tie = tie(true, true, 0);
    VarianceOwnership.Counts owners = new VarianceOwnership.Counts(0, 0, 0, List.of());
    List<String> overdueTasks = List.of();
    List<SignOff> signOffs = List.of(signed(SignOff.Kind.CLASSIFICATION), signed(SignOff.Kind.PUBLICATION));

    GateFacts facts() {
        var policy = new MetricPolicy(
                1L,
                "acme",
                1,
                policyApprovedAt == null ? MetricPolicy.State.IN_REVIEW : MetricPolicy.State.APPROVED,
                null,
                MetricPolicy.Choices.standard(),
                "admin",
                NOON,
                policyApprovedAt == null ? null : "approver",
                policyApprovedAt);
        return new GateFacts(
                policy,
                policiesUsed,
                cohort,
                new Crosswalk(1, 12),
                intake,
                exceptions,
                openAccounting,
                late,
                movements,
                decisions,
                figures,
                tie,
                owners,
                overdueTasks.size(),
                overdueTasks,
                signOffs);
    }

    /** Five files of 10,000 rows, three of them duplicates, with rejects of some sort. */
    static Intake.Counts intake(long unacknowledged, long unknownWords, long unmapped) {
        return new Intake.Counts(
                5,
                10_000,
                9_990,
                3,
                7,
                0,
                unacknowledged,
                unknownWords,
                unacknowledged == 0 ? 0 : unknownWords,
                unmapped,
                unacknowledged == 0 ? 0 : unmapped,
                2,
                List.of());
    }

    static Intake.Counts nothingIn() {
        return new Intake.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    static Tie tie(boolean compared, boolean current, long open) {
        return new Tie(
                compared,
                current,
                0,
                List.of(),
                1_000,
                "USD",
                new OpenVariance(open, BigDecimal.valueOf(1234.5 * open), null, null, null, null));
    }

    static Tie untied(String account) {
        var ties = tie(true, true, 0);
        return new Tie(true, true, 1, List.of(account), ties.accounts(), ties.currency(), ties.open());
    }

    static SignOff signed(SignOff.Kind kind) {
        return new SignOff(kind, "approver", NOON, 3, null, null, null);
    }

    static SignOff suspended(SignOff.Kind kind) {
        return new SignOff(kind, "approver", NOON, 3, null, NOON, "A-1 was overridden.");
    }
}
