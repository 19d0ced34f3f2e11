package dev.tieout.backtest;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.rules.PinnedTable;
import dev.tieout.terms.AccountStatus;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is other than when the period was published. Everything not said is as it was.
 *
 * @param table the movement table; null for the one that the period was published with
 * @param choices what becomes of the period's policy choices
 * @param carried whether a period opens from what the one before would have closed with under this variant, where one before was
 *     published; else from the cohort as it was frozen. Matters where other lines carry revenue
 * @param bearing the statuses that carry revenue; null for those that the choices say
 * @param meanings by source and status another status; empty when every word keeps its meaning
 * @param overrides whether people's decisions on classes stand; exclusions always do
 */
public record Variant(
        @Nullable Table table,
        UnaryOperator<Choices> choices,
        boolean carried,
        @Nullable Set<AccountStatus> bearing,
        Map<Long, Map<AccountStatus, AccountStatus>> meanings,
        boolean overrides) {

    /** A movement table. */
    public sealed interface Table {

        /** A kept version, of any state. */
        record Kept(PinnedTable pinned) implements Table {}

        /** One that is kept nowhere, as {@link dev.tieout.rules.RuleTableContent#csv()} writes it. */
        record Written(String csv) implements Table {}
    }

    /** Nothing other: what comes out is what was published. */
    public static Variant asPublished() {
        return new Variant(null, UnaryOperator.identity(), false, null, Map.of(), true);
    }

    /** A kept version of the movement table. */
    public Variant with(PinnedTable pinned) {
        return new Variant(new Table.Kept(pinned), choices, carried, bearing, meanings, overrides);
    }

    /** A movement table that is kept nowhere. */
    public Variant with(String csv) {
        return new Variant(new Table.Written(csv), choices, carried, bearing, meanings, overrides);
    }

    public Variant under(UnaryOperator<Choices> others) {
        return new Variant(table, others, carried, bearing, meanings, overrides);
    }

    public Variant carriedFromPeriodToPeriod() {
        return new Variant(table, choices, true, bearing, meanings, overrides);
    }

    public Variant bearing(Set<AccountStatus> statuses) {
        return new Variant(table, choices, carried, Set.copyOf(statuses), meanings, overrides);
    }

    public Variant meaning(Map<Long, Map<AccountStatus, AccountStatus>> others) {
        return new Variant(table, choices, carried, bearing, others, overrides);
    }

    public Variant withoutOverrides() {
        return new Variant(table, choices, carried, bearing, meanings, false);
    }
}
