package dev.tieout.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Something of which the engine drives an instance each, and may lose sight of one. */
interface Watched {

    /** What of it is under way in the current organisation and shows no trouble, those left out that a person or a worker has in hand. */
    List<UnderWay> underWay();

    /**
     * One that should move.
     *
     * @param name for the log
     * @param what the end of a sentence for people: {@code with this correction}
     * @param driven whether a process has ever told of it
     * @param lastSignOfLife when something last happened with it
     * @param start starts its process again; harmless when there is one
     * @param trouble shows people a sentence until it moves again
     */
    record UnderWay(
            String name,
            String what,
            boolean driven,
            Instant lastSignOfLife,
            Runnable start,
            Consumer<String> trouble) {}
}
