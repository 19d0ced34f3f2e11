package dev.tieout.embedded;

import java.io.IOException;
import java.time.Duration;
import org.apache.commons.logging.Log;

/**
 * Starts a server again when it ends although nobody stopped it: Tieout goes on serving people meanwhile, and without its servers it
 * could do nothing for them until someone starts it anew. Looks, instead of waiting for the process to end, because a server that an
 * earlier application left behind, or that detached itself, is nobody's child and may stay as a zombie.
 */
final class Keeper implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** What is kept running. */
    interface Server {

        boolean isRunning() throws IOException;

        /** Starts it on the addresses it had, which the application holds on to; nothing once it was told to stop. */
        void startAgain() throws IOException, InterruptedException;
    }

    private final String name;
    private final Server server;
    private final Log log;
    private final Thread thread;
    private volatile boolean closed;

    private Keeper(String name, Server server, Log log) {
        this.name = name;
        this.server = server;
        this.log = log;
        this.thread = Thread.ofVirtual().name(name + " keeper").unstarted(this::keep);
    }

    static Keeper of(String name, Server server, Log log) {
        Keeper keeper = new Keeper(name, server, log);
        keeper.thread.start();
        return keeper;
    }

    private void keep() {
        Duration pause = LOOK_EVERY;
        try {
            while (!closed) {
                Thread.sleep(pause);
                pause = lookedAfter() ? LOOK_EVERY : longer(pause);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Whether the server runs. */
    private boolean lookedAfter() throws InterruptedException {
        try {
            if (!closed && !server.isRunning()) {
                log.warn(name + " ended by itself; starting it again");
                server.startAgain();
            }
            return true;
        } catch (IOException | EmbeddedServerUnavailable e) {
            if (!closed) {
                log.error(name + " could not be started again: " + e.getMessage(), e);
            }
            return false;
        }
    }

    /** Looks no more. A start under way is not waited for. */
    @Override
    public void close() {
        closed = true;
    }
}
