package dev.tieout.publication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param revision the close's revision when it was published
     * @param content SHA-256 over the figures and the open variances: publishing the same again is no new version
     * @param policy version of the metric policy
     * @param reactivationInNrr as the policy version says
     * @param rules decision-table versions by table
     * @param ruleHashes SHA-256 of their contents by table
     * @param cohortHash SHA-256 of the frozen opening cohort
     * @param sources the files that count, oldest first
     * @param build version and time of the build of Tieout
     * @param approvers the sign-offs that stood, oldest first, then who approved each correction
     * @param corrections the corrections after close that the version follows from, oldest first; empty before any
     */
    public record Stamps(
            long revision,
            String content,
            int policy,
            boolean reactivationInNrr,
            Map<String, Integer> rules,
            Map<String, String> ruleHashes,
            String cohortHash,
            List<SourceStamp> sources,
            String build,
            Instant publishedAt,
            List<Approver> approvers,
            List<Correction> corrections) {

        public Stamps {
            // Versions from before there were corrections have none in their text.
            corrections = Objects.requireNonNullElse(corrections, List.of());
        }
    }

    /** A source file behind the numbers. */
    public record SourceStamp(long id, String kind, String sha256, long rows) {}

    /**
     * An approved correction note behind a restated version.
     *
     * @param period the accounting period that the note corrects: an earlier one, where only the opening was restated
     */
    public record Correction(
            long id, String period, String reason, String raisedBy, String approvedBy, Instant approvedAt) {}

    /** Who signed what, and when. */
    public record Approver(String signed, String person, Instant at) {}
}
