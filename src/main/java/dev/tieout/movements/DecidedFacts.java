package dev.tieout.movements;

import dev.tieout.movements.Movement.Verdict;
import dev.tieout.rules.MovementFact;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was known of every movement of a close, what the table made of it, and what a person made of that. */
public interface DecidedFacts {

    /**
     * Hands on each movement of a close, shard by shard, its facts built anew from the close's lines as they are now. Never holds more
     * than the reader keeps.
     */
    void each(long closeId, Consumer<DecidedFact> reader);

    /**
     * One movement.
     *
     * @param name the account's; its id when the accounts file says nothing of it
     * @param line empty at account grain
     * @param ruled what the table alone said
     * @param chosen the override in force, or null
     */
    record DecidedFact(
            String account,
            String name,
            String line,
            MovementFact fact,
            Verdict ruled,
            @Nullable Chosen chosen,
            boolean excluded) {}

    /** What a person said in place of the table. */
    record Chosen(MovementClass movementClass, Reason reason, String person, String comment) {}
}
