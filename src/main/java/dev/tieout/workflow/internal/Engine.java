package dev.tieout.workflow.internal;

import java.time.Duration;
import java.util.Map;

/**
 * The process engine, as far as the product needs it. Every call may be repeated; what is gone already is reported, not thrown.
 *
 * <p>Calls throw {@link Unavailable} when the engine cannot be reached or is overloaded, and {@link Rejected} when it refuses.
 */
interface Engine {

    void deploy(String xml, String fileName);

    /** Starts a process, unless an instance with the same correlation key is running. */
    void start(String message, String correlationKey, String messageId, Map<String, Object> variables);

    /** Ends a job. False when the engine no longer waits for it. */
    boolean complete(long jobKey, Map<String, Object> variables);

    /** Ends a job with an error of the model. */
    boolean raise(long jobKey, String errorCode, String sentence);

    /** Gives a job back, to be delivered again after a while. */
    boolean retry(long jobKey, int retries, Duration after, String sentence);

    /** Whether the engine still waits for the job; its lease then lasts that long from now. */
    boolean renew(long jobKey, Duration lease);

    /** What it says of itself, for the health page. */
    String version();

    /** Not reachable, or asking to be left alone for a while. */
    final class Unavailable extends RuntimeException {
        Unavailable(Throwable cause) {
            super("the engine is not available: " + cause.getMessage(), cause);
        }
    }

    /** The command does not suit the engine's state. */
    final class Rejected extends RuntimeException {
        Rejected(Throwable cause) {
            super("the engine refused: " + cause.getMessage(), cause);
        }
    }
}
