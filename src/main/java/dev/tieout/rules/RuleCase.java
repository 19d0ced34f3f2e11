package dev.tieout.rules;

import java.util.Map;

/**
 * A golden case: a fact, and what its table has to answer. A version that answers otherwise is not submitted.
 *
 * @param name what it is about, unique in its table
 * @param given the fact, by condition column; for movements without the change, which follows
 * @param expected the answer, by answer column; a mark that is missing is no; {@code row} when a row of that number has to give it
 * @param active whether it is held; an inactive one is kept and not asked
 * @param shipped whether it comes with the product unchanged
 */
public record RuleCase(
        String name, Map<String, String> given, Map<String, String> expected, boolean active, boolean shipped) {

    public RuleCase {
        given = Map.copyOf(given);
        expected = Map.copyOf(expected);
    }
}
