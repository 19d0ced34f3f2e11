package dev.tieout.publication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a period's report.
 *
 * @param openVariance sum of the open variances' amounts, in {@code currency}
 * @param nrrLow worst case of the open variances, 6 decimals; null without a base
 */
public record Publication(
        long id,
        long closeId,
        String period,
        int version,
        Status status,
        String currency,
        Instant publishedAt,
        int openVariances,
        BigDecimal openVariance,
        @Nullable BigDecimal nrrLow,
        @Nullable BigDecimal nrrHigh,
        @Nullable BigDecimal grrLow,
        @Nullable BigDecimal grrHigh,
        Stamps stamps) {

    /** What the version may be quoted as. */
    public enum Status {
        PROVISIONAL,
        FINAL,
        RESTATED
    }

    /**
     * Everything needed to say how the numbers came about.
     *
     * @param rules decision-table versions by table
     * @param sources SHA-256 by source id and kind
     * @param reactivationInNrr as the policy version says
     */
    public record Stamps(
            int policy,
            boolean reactivationInNrr,
            Map<String, Integer> rules,
            Map<String, String> ruleHashes,
            String cohortHash,
            List<SourceStamp> sources,
            String build,
            Instant publishedAt,
            List<Approver> approvers) {}

    /** A source file behind the numbers. */
    public record SourceStamp(long id, String kind, String sha256, long rows) {}

    /** Who signed what, and when. */
    public record Approver(String signed, String person, Instant at) {}
}
