package dev.tieout.reconciliation;

import dev.tieout.rules.VarianceCause;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which variances of a close. What is null or empty does not narrow.
 *
 * @param owner a login name, or {@link #NOBODY}
 * @param overdue open and past their due date
 */
public record VarianceFilter(
        Set<Variance.State> states,
        @Nullable VarianceCause cause,
        @Nullable String owner,
        boolean overdue) {

    /** Stands for variances without an owner. */
    public static final String NOBODY = "-";

    public static final VarianceFilter ALL = new VarianceFilter(Set.of(), null, null, false);

    public VarianceFilter {
        states = Set.copyOf(states);
    }
}
