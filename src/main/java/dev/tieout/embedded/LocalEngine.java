package dev.tieout.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/** One Camunda engine on a directory that outlives it, reachable on the loopback interface only, and kept running until it is closed. */
final class LocalEngine implements AutoCloseable, Keeper.Server {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_ORPHAN = Duration.ofSeconds(10);

    private final EngineDistribution distribution;
    private final Path work;
    private final DirectoryLock lock;
    private final Log log;
    private @Nullable EngineProcess process;
    private @Nullable Keeper keeper;
    private boolean closed;

    private LocalEngine(EngineDistribution distribution, Path work, DirectoryLock lock, Log log) {
        this.distribution = distribution;
        this.work = work;
        this.lock = lock;
        this.log = log;
    }

    /** Takes the place of {@code directory}'s engine without starting it, so that it can be closed at any moment. */
    static LocalEngine on(Path directory, EngineDistribution distribution, Log log) {
        Path work = directory.resolve("camunda").toAbsolutePath().normalize();
        return new LocalEngine(distribution, work, DirectoryLock.on(work), log);
    }

    /** Starts the engine, or goes on with the one an application left behind when it was killed. */
    void start(StartMode mode) {
        try {
            EngineCommand lastRun = new EngineCommand(distribution, work, EnginePorts.notedIn(portsFile()));
            Optional<EngineProcess> orphan = EngineProcess.startedWith(lastRun.placeArgument())
                    .map(handle -> new EngineProcess(handle, lastRun.ports()));
            if (orphan.isPresent() && mode == StartMode.CONTINUE && isFit(orphan.get(), lastRun)) {
                adopt(orphan.get());
            } else {
                orphan.ifPresent(this::end);
                startNew(mode, lastRun.ports().orFreeOnes());
            }
            log.info("the Camunda engine runs on " + running().ports().grpcAddress() + ", data in " + work);
            keep();
        } catch (IOException e) {
            throw new EmbeddedServerUnavailable("the Camunda engine did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerUnavailable("the Camunda engine did not start: interrupted", e);
        }
    }

    EnginePorts ports() {
        return running().ports();
    }

    long pid() {
        return running().handle().pid();
    }

    private synchronized EngineProcess running() {
        if (process == null) {
            throw new IllegalStateException("the Camunda engine is not running");
        }
        return process;
    }

    private static boolean isFit(EngineProcess orphan, EngineCommand lastRun) throws InterruptedException {
        return orphan.hasArgument(lastRun.distributionArgument()) && orphan.isReadyWithin(PATIENCE_WITH_ORPHAN);
    }

    private synchronized void adopt(EngineProcess orphan) {
        log.info("going on with the Camunda engine of an earlier run");
        process = orphan;
    }

    private void end(EngineProcess orphan) {
        log.info("stopping the Camunda engine of an earlier run");
        orphan.stop();
    }

    private void startNew(StartMode mode, EnginePorts ports) throws IOException, InterruptedException {
        if (mode == StartMode.FRESH) {
            Directories.delete(work.resolve("data"));
        }
        // A killed engine leaves a 14 MB native library in its temporary directory each time.
        Directories.delete(work.resolve("tmp"));
        Files.createDirectories(work.resolve("tmp"));
        Files.createDirectories(work.resolve("data"));
        FreeSpace.NEEDED.require(work);
        EngineCommand command = new EngineCommand(distribution, work, ports);
        EngineProcess started = launch(command);
        if (!started.isReadyWithin(PATIENCE)) {
            started.stop();
            throw new EmbeddedServerUnavailable(
                    "the Camunda engine did not start, its log says why: " + command.outputFile());
        }
    }

    /** Launching and closing exclude each other: no process may be born after close() has looked. */
    private synchronized EngineProcess launch(EngineCommand command) throws IOException {
        if (closed) {
            throw new EmbeddedServerUnavailable("the Camunda engine did not start: Tieout is stopping");
        }
        command.ports().noteIn(portsFile());
        EngineProcess started = new EngineProcess(command.launch().toHandle(), command.ports());
        process = started;
        return started;
    }

    private synchronized void keep() {
        if (!closed) {
            keeper = Keeper.of("the Camunda engine", this, log);
        }
    }

    @Override
    public boolean isRunning() {
        return running().isRunning();
    }

    @Override
    public void startAgain() throws IOException, InterruptedException {
        startNew(StartMode.CONTINUE, ports());
        log.info("the Camunda engine runs again");
    }

    private Path portsFile() {
        return work.resolve("ports.properties");
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (keeper != null) {
            keeper.close();
        }
        try {
            if (process != null) {
                process.stop();
                log.info("the Camunda engine stopped");
            }
        } finally {
            lock.close();
        }
    }
}
