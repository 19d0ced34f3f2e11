package dev.tieout.metrics;

/** Sums movements to a bridge wherever they stand, with the statements that compute a close's figures. */
public interface BridgeSums {

    /**
     * The total. Belongs into the transaction that holds the movements.
     *
     * @param movements a from clause of SQL, ours and never a person's text: a relation with {@code account}, {@code opening}, {@code
     *     closing}, {@code fx}, {@code class} and {@code excluded_by}, and the condition if there is one
     */
    Bridge total(String movements);
}
