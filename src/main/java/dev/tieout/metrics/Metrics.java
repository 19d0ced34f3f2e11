package dev.tieout.metrics;

import java.util.List;
import java.util.Optional;

/** The figures of the current organisation's closes. */
public interface Metrics {

    /** The dimensions that are always computed: segment, csm and the account's start year. Other attributes slice on demand. */
    List<String> STANDING_DIMENSIONS = List.of("segment", "csm", "start_year");

    /**
     * Computes the bridge in total and per slice from the movements, and checks the invariants.
     *
     * @throws InvariantBreached with the offending accounts named; nothing is stored then
     */
    Bridge compute(long closeId);

    /** The total bridge as computed last; empty before the first computation. */
    Optional<Bridge> total(long closeId);

    /** Whether figures are there and the total is what the movements sum up to now, with every decision that people made since. */
    boolean areCurrent(long closeId);

    /** The slices of a dimension as computed last, largest opening first. */
    List<Bridge> slices(long closeId, String dimension);

    /** Every dimension for which slices were computed. */
    List<String> dimensions(long closeId);
}
