package dev.tieout.corrections;

import dev.tieout.metrics.Bridge;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a correction comes to: the corrected period first, then every later period that changes with it, in order.
 *
 * @param periods at least the corrected one
 */
public record Impact(List<PeriodImpact> periods) {

    /** The corrected period itself. */
    public PeriodImpact corrected() {
        return periods.getFirst();
    }

    /** The periods that follow. */
    public List<PeriodImpact> later() {
        return periods.subList(1, periods.size());
    }

    /**
     * What becomes of one period.
     *
     * @param currency the reporting currency of all amounts but those of variances
     * @param fromVersion the version that is restated; null for a close under way
     * @param toVersion the restated version; null for a close under way, whose cohort is frozen anew and whose process goes back
     * @param before the figures of the version that is restated; null for a close under way
     * @param accounts those whose movement is another, at most {@value #MOST_ACCOUNTS} of them
     * @param accountsChanged how many there are
     * @param variances differences that the correction opens and its note explains, and those that it clears
     */
    public record PeriodImpact(
            long closeId,
            String period,
            String currency,
            @Nullable Integer fromVersion,
            @Nullable Integer toVersion,
            @Nullable Figures before,
            @Nullable Figures after,
            List<AccountImpact> accounts,
            int accountsChanged,
            List<VarianceImpact> variances) {

        public static final int MOST_ACCOUNTS = 500;

        /** A restated version is published; else the close is still under way. */
        public boolean isRestated() {
            return toVersion != null;
        }
    }

    /** The total bridge and the ratios as the policy counts them, 6 decimals; a ratio without a base is null. */
    public record Figures(
            Bridge bridge,
            @Nullable BigDecimal nrr,
            @Nullable BigDecimal grr,
            @Nullable BigDecimal logoRetention) {

        /** NRR exactly, for whoever rounds it to something else: of the two ways in which a policy counts, the one that came to it. */
        public Optional<Ratio> exactNrr() {
            return nrr == null
                    ? Optional.empty()
                    : Stream.of(bridge.nrr(false), bridge.nrr(true))
                            .flatMap(Optional::stream)
                            .filter(ratio -> ratio.decimal().compareTo(nrr) == 0)
                            .findFirst()
                            .or(() -> Optional.of(new Ratio(nrr, BigDecimal.ONE)));
        }
    }

    /** A movement before and after; null where there is none. */
    public record AccountImpact(
            String account,
            String name,
            String line,
            @Nullable Side before,
            @Nullable Side after) {}

    /** A movement as it stands. */
    public record Side(
            BigDecimal opening,
            BigDecimal closing,
            MovementClass movementClass,
            @Nullable Reason reason,
            boolean excluded) {}

    /**
     * A difference in the tie-out.
     *
     * @param amount the largest of the three pairwise differences, in {@code currency}
     * @param cleared it no longer differs; else it differs now, and the note explains it
     */
    public record VarianceImpact(
            String account,
            String name,
            String currency,
            BigDecimal billing,
            BigDecimal ledger,
            BigDecimal retained,
            BigDecimal amount,
            boolean cleared) {}
}
