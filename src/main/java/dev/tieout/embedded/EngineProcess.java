package dev.tieout.embedded;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A running engine: its process, which may be one that an earlier application left behind, and its ports. */
record EngineProcess(ProcessHandle handle, EnginePorts ports) {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /**
     * The process that carries {@code argument} on its command line. Systems give process numbers out again, and a kill
     * may come before a number is written down; what a process was started with cannot be mistaken.
     */
    static Optional<ProcessHandle> startedWith(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> hasArgument(process, argument))
                .findFirst();
    }

    boolean hasArgument(String argument) {
        return hasArgument(handle, argument);
    }

    private static boolean hasArgument(ProcessHandle process, String argument) {
        return process.info()
                .arguments()
                .filter(arguments -> List.of(arguments).contains(argument))
                .isPresent();
    }

    /** A process that is dead but not yet buried shows no command any longer. */
    boolean isRunning() {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    /** Waits until the engine takes commands; false when it ended or {@code patience} ran out. */
    boolean isReadyWithin(Duration patience) throws InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            long deadline = System.nanoTime() + patience.toNanos();
            while (handle.isAlive() && System.nanoTime() < deadline) {
                if (isReady(http)) {
                    return true;
                }
                Thread.sleep(PAUSE);
            }
            return false;
        }
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(ports.readiness())
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks the engine to stop, and ends it when it does not within 20 seconds. */
    void stop() {
        if (!handle.isAlive()) {
            return;
        }
        handle.destroy();
        try {
            handle.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException slow) {
            handle.destroyForcibly();
            handle.onExit().join();
        }
    }
}
