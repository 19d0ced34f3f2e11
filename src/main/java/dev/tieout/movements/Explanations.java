package dev.tieout.movements;

import dev.tieout.rules.Explanation;

/** Why the decision table said what it said. */
public interface Explanations {

    /**
     * The facts of one account of a close as they are now, what each row of the close's table makes of them, and the row that wins.
     * People's overrides come on top and are not part of it.
     *
     * @param line empty at account grain
     * @throws Movements.NoSuchMovement when the close has no such account or line
     */
    Explanation of(long closeId, String account, String line);
}
