package dev.tieout.movements;

import java.util.List;

/** People's standing decisions on a close, counted. */
public interface DecisionCounts {

    Counts of(long closeId);

    /**
     * Overrides and exclusions that stand.
     *
     * @param undocumented decisions without a comment or a person
     * @param setAside accounts with an override whose class the amounts no longer bear: the table's verdict is in force instead, and a
     *     person decides anew; in their order, at most 20
     * @param setAsideCount how many movements that is
     */
    record Counts(long overrides, long exclusions, long undocumented, long setAsideCount, List<String> setAside) {

        public Counts {
            setAside = List.copyOf(setAside);
        }
    }
}
