package dev.tieout.movements;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides the movements of a published version again, from the lines that were kept with it, by another table or under other choices.
 * Nothing of a close is read that could have changed since, and nothing is written but a table of the running transaction.
 */
public interface Replays {

    /**
     * What a replay leaves in its transaction: a row for each movement that would have been ({@code stands}) or was published ({@code
     * stood}). {@code account}, {@code line}, {@code account_name}; as it would have been {@code opening}, {@code closing}, {@code fx},
     * {@code status}, {@code class}, {@code reason}, {@code rule_row}, what the table alone says in {@code rule_class} and {@code
     * rule_reason}, {@code excluded_by}; as published the same with {@code was_} before, and {@code was_overridden_by}; {@code
     * kept_override} where a person's decision stands.
     */
    String REPLAYED = "replayed_movement";

    /** Replays one version, in place of what this transaction replayed before. */
    void replay(Course course, MovementTable table);

    /**
     * Which version, and under what.
     *
     * @param publication its id
     * @param startsOn the first day of its period
     * @param published the grain and choices that it was published with
     * @param choices those to decide under: the same, or others
     * @param opensFrom the version of the period before whose closing it opens with under the same choices; null for the frozen cohort
     * @param bearing the statuses that carry revenue; null for those that the choices say
     * @param meanings by source and status another status; empty when every word keeps its meaning
     * @param overrides whether people's decisions on classes stand where the amounts still bear them; exclusions always do
     */
    record Course(
            long publication,
            LocalDate startsOn,
            Choices published,
            Choices choices,
            @Nullable Long opensFrom,
            @Nullable Set<AccountStatus> bearing,
            Map<Long, Map<AccountStatus, AccountStatus>> meanings,
            boolean overrides) {

        /** As it was: the same choices, the frozen cohort, people's decisions. */
        public static Course asPublished(long publication, LocalDate startsOn, Choices choices) {
            return new Course(publication, startsOn, choices, choices, null, null, Map.of(), true);
        }
    }

    /** Decides a batch as {@link dev.tieout.rules.RuleTables#classify} promises. */
    interface MovementTable {
        List<MovementDecision> decide(List<MovementFact> batch);
    }

    /** The version was published before its lines were kept with it. */
    final class LinesNotKept extends Refusal {
        public LinesNotKept() {
            super(
                    Kind.CONFLICT,
                    "lines-not-kept",
                    "The version was published before its lines were kept with it, and cannot be decided again.");
        }
    }
}
