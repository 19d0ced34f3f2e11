package dev.tieout.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * The servers of one data directory, each started when first asked for. All Spring contexts of a process share them,
 * which is what a test run needs, and they stop with the process, after its contexts have closed.
 */
final class EmbeddedServers implements AutoCloseable {

    private static final Map<Path, EmbeddedServers> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path directory;
    private final StartMode mode;
    private final Log log;
    private final Object postgresDoor = new Object();
    private final Object engineDoor = new Object();
    private @Nullable LocalPostgres postgres;
    private volatile @Nullable LocalEngine engine;
    private volatile boolean closed;

    EmbeddedServers(Path directory, StartMode mode, Log log) {
        this.directory = directory;
        this.mode = mode;
        this.log = log;
    }

    /** The servers of {@code directory} in this process; {@code mode} and {@code log} count for the first caller only. */
    static EmbeddedServers of(Path directory, StartMode mode, Log log) {
        return OF_THIS_PROCESS.computeIfAbsent(directory.toAbsolutePath().normalize(), path -> {
            EmbeddedServers servers = new EmbeddedServers(path, mode, log);
            SpringApplication.getShutdownHandlers().add(servers::close);
            return servers;
        });
    }

    LocalPostgres postgres(List<String> settings) {
        synchronized (postgresDoor) {
            if (postgres == null) {
                requireOpen();
                postgres = LocalPostgres.start(directory, mode, settings, log);
            }
            return postgres;
        }
    }

    EnginePorts engine(Path distribution) {
        synchronized (engineDoor) {
            LocalEngine running = engine;
            if (running == null) {
                running = start(EngineDistribution.in(distribution));
            }
            return running.ports();
        }
    }

    private LocalEngine start(EngineDistribution distribution) {
        LocalEngine starting = LocalEngine.on(directory, distribution, log);
        engine = starting;
        try {
            requireOpen();
            starting.start(mode);
            return starting;
        } catch (EmbeddedServerUnavailable e) {
            engine = null;
            starting.close();
            throw e;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new EmbeddedServerUnavailable("Tieout is stopping");
        }
    }

    /** Stops both. An engine still starting is stopped at once, and whoever waits for it is told. */
    @Override
    public void close() {
        closed = true;
        OF_THIS_PROCESS.remove(directory, this);
        LocalEngine runningEngine = engine;
        if (runningEngine != null) {
            runningEngine.close();
        }
        synchronized (postgresDoor) {
            if (postgres != null) {
                postgres.close();
                postgres = null;
            }
        }
    }
}
