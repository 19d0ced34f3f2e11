package dev.tieout.publication.internal;

import dev.tieout.closing.SignOff;
import dev.tieout.movements.DecisionCounts;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.reconciliation.VarianceOwnership;
import dev.tieout.sources.Intake;
import dev.tieout.sources.LatePostings;
import dev.tieout.terms.MovementClass;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the publish gate judges, as read at one moment.
 *
 * @param policiesUsed the pinned policy version and those that earlier versions of this close were made by
 * @param exceptions what stands in the way of classifying, in sentences
 * @param openAccounting files with rows of an accounting period that is still open, in sentences
 * @param late postings after the cutoff
 * @param movements by class in force, excluded ones left out
 * @param signOffs all of them, the suspended ones too
 * @param openTasks how many wait for a person
 * @param overdueTasks titles of those whose time is up
 */
record GateFacts(
        MetricPolicy policy,
        SortedSet<Integer> policiesUsed,
        OpeningCohort cohort,
        Crosswalk crosswalk,
        Intake.Counts intake,
        List<String> exceptions,
        List<String> openAccounting,
        Late late,
        Map<MovementClass, Long> movements,
        DecisionCounts.Counts decisions,
        Figures figures,
        Tie tie,
        VarianceOwnership.Counts owners,
        long openTasks,
        List<String> overdueTasks,
        List<SignOff> signOffs) {

    /**
     * The opening cohort.
     *
     * @param frozen its hash when it was frozen; null before
     * @param recomputed the hash of the lines as they are now
     */
    record OpeningCohort(@Nullable String frozen, String recomputed, long accounts) {}

    /**
     * Postings after the cutoff.
     *
     * @param undecided numbers of the notes about them that are not settled
     */
    record Late(LatePostings.Counts counts, List<Long> undecided) {}

    /** The pinned status crosswalk and how many words it knows. */
    record Crosswalk(int version, int words) {}

    /**
     * The figures.
     *
     * @param current what the movements sum up to now
     * @param trouble what the last computation stopped at, in a person's words
     */
    record Figures(
            boolean computed, boolean current, @Nullable String trouble) {}

    /**
     * The comparison of the three legs.
     *
     * @param current nothing changed since they were compared
     * @param untiedAccounts accounts whose balance does not roll forward from the previous publication
     * @param untied the largest of them
     * @param accounts compared, in any leg
     */
    record Tie(
            boolean compared,
            boolean current,
            long untiedAccounts,
            List<String> untied,
            long accounts,
            String currency,
            OpenVariance open) {}
}
