package dev.tieout.backtest;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.publication.Publication.Status;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest published version of a period, and what it was decided by.
 *
 * @param period as text
 * @param publication the version's id
 * @param version its number within the period
 * @param choices of the policy version that it is stamped with
 * @param rules rule-table versions by table, as stamped
 * @param previous the latest publication of the period before, or null when there is none
 */
public record PublishedPeriod(
        long closeId,
        String period,
        LocalDate startsOn,
        long publication,
        int version,
        Status status,
        String currency,
        Choices choices,
        Map<String, Integer> rules,
        @Nullable Long previous) {

    public PublishedPeriod {
        rules = Map.copyOf(rules);
    }
}
