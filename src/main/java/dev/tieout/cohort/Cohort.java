package dev.tieout.cohort;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** The opening cohort of a close and the balance a publication closes with. */
public interface Cohort {

    /**
     * Freezes the opening cohort from the previous period's latest published closing balance; repeating it changes nothing. In an
     * organisation's first period the cohort is what the opening snapshots say: it is frozen once one is in, and frozen anew when
     * another has come or has been replaced.
     *
     * @return SHA-256 over the frozen lines in key order
     */
    String freeze(long closeId);

    /** SHA-256 over the opening lines as they stand now: what {@link #freeze} answered, as long as nobody has touched them. */
    String recomputedHash(long closeId);

    /**
     * Follows an approved correction: where the cohort differs from what the previous period now closed with, or in a first period from
     * what its opening lines now say, it is frozen anew. Announces {@link CohortCorrected} when it was. For a close that is being
     * corrected itself, or is not final yet; one that has not been frozen stays so.
     *
     * @return the accounts whose opening lines are others now; empty for a first period, whose opening lines are corrected directly
     */
    Set<String> correct(long closeId);

    /** Accounts in the cohort and their opening MRR by currency. */
    Size size(long closeId);

    /** Keeps the closing lines of a close under a publication's version: what the next period opens from. Idempotent. */
    void keepClosing(long closeId, int version);

    /** How large a cohort is. */
    record Size(long accounts, Map<String, BigDecimal> opening) {}
}
