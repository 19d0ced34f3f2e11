package dev.tieout.reconciliation.rest;

import dev.tieout.reconciliation.Variance.State;
import dev.tieout.reconciliation.VarianceFilter;
import dev.tieout.reconciliation.Variances.Approve;
import dev.tieout.reconciliation.Variances.Assign;
import dev.tieout.reconciliation.Variances.BulkRefused;
import dev.tieout.reconciliation.Variances.Chosen;
import dev.tieout.reconciliation.Variances.Explain;
import dev.tieout.reconciliation.Variances.Matching;
import dev.tieout.reconciliation.Variances.Selection;
import dev.tieout.reconciliation.Variances.Step;
import dev.tieout.rules.VarianceCause;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step with many variances.
 *
 * @param ids those to take it with; null to take {@code filter}
 * @param filter all that it lets through; {@code {}} for every one
 * @param cause for {@code explain}; null leaves each with its own
 */
record BulkRequest(
        @NotNull Action action,
        @Nullable Set<Long> ids,
        @Nullable Filter filter,
        @Nullable VarianceCause cause,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String comment) {

    /** What to do. */
    enum Action {
        explain,
        assign,
        approve
    }

    /** The same as of the list. */
    record Filter(
            @Nullable Set<State> state,
            @Nullable VarianceCause cause,
            @Nullable String owner,
            @Nullable Boolean overdue) {}

    Selection selection() {
        if ((ids == null) == (filter == null)) {
            throw new BulkRefused("selection-required", "Give either ids or a filter.");
        }
        if (ids != null) {
            return new Chosen(ids);
        }
        var states = filter.state();
        return new Matching(new VarianceFilter(
                states == null ? Set.of() : states,
                filter.cause(),
                filter.owner(),
                Boolean.TRUE.equals(filter.overdue())));
    }

    Step step() {
        return switch (action) {
            case explain -> new Explain(cause, comment == null ? "" : comment);
            case assign -> {
                if (owner == null || due == null) {
                    throw new BulkRefused("owner-required", "Name an owner and a due date.");
                }
                yield new Assign(owner, due, comment);
            }
            case approve -> new Approve(comment);
        };
    }
}
