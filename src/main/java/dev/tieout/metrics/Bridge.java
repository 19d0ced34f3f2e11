package dev.tieout.metrics;

import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The bridge from opening to closing of one slice (or in total), in MRR of the reporting currency; contraction and churn are positive
 * amounts that reduce. Excluded accounts are in none of the amounts.
 *
 * <p>{@code opening + new + reactivation + expansion - contraction - churn + fx = closing}
 *
 * @param dimension the attribute it slices by, empty in total
 * @param slice the attribute's value, empty in total and where the account has none
 */
public record Bridge(
        String dimension,
        String slice,
        BigDecimal opening,
        BigDecimal newAmount,
        BigDecimal reactivation,
        BigDecimal expansion,
        BigDecimal contraction,
        BigDecimal churn,
        BigDecimal fx,
        BigDecimal closing,
        Accounts accounts) {

    private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);

    /** Numbers of accounts. {@code retained} of {@code cohort} are still above zero. */
    public record Accounts(
            long cohort,
            long retained,
            long added,
            long reactivated,
            long expanded,
            long contracted,
            long churned,
            long excluded) {}

    /** (Opening + Expansion − Contraction − Churn) / Opening; with reactivation when the policy counts it. Empty without a base. */
    public Optional<Ratio> nrr(boolean countReactivation) {
        var kept = opening.add(expansion).subtract(contraction).subtract(churn);
        return Ratio.of(countReactivation ? kept.add(reactivation) : kept, opening);
    }

    /** (Opening − Contraction − Churn) / Opening. Empty without a base. */
    public Optional<Ratio> grr() {
        return Ratio.of(opening.subtract(contraction).subtract(churn), opening);
    }

    /** Accounts of the cohort still above zero / accounts of the cohort. Empty without a cohort. */
    public Optional<Ratio> logoRetention() {
        return Ratio.of(BigDecimal.valueOf(accounts.retained()), BigDecimal.valueOf(accounts.cohort()));
    }

    /** The same bridge in ARR: every amount times 12, never a second calculation. */
    public Bridge annual() {
        return new Bridge(
                dimension,
                slice,
                opening.multiply(MONTHS_OF_A_YEAR),
                newAmount.multiply(MONTHS_OF_A_YEAR),
                reactivation.multiply(MONTHS_OF_A_YEAR),
                expansion.multiply(MONTHS_OF_A_YEAR),
                contraction.multiply(MONTHS_OF_A_YEAR),
                churn.multiply(MONTHS_OF_A_YEAR),
                fx.multiply(MONTHS_OF_A_YEAR),
                closing.multiply(MONTHS_OF_A_YEAR),
                accounts);
    }

    /** Whether the amounts add up. */
    public boolean adds() {
        return opening.add(newAmount)
                        .add(reactivation)
                        .add(expansion)
                        .subtract(contraction)
                        .subtract(churn)
                        .add(fx)
                        .compareTo(closing)
                == 0;
    }
}
