package dev.tieout.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL server on a directory that outlives it, reachable on the loopback interface only, and kept running until it is closed. */
final class LocalPostgres implements AutoCloseable, Keeper.Server {

    private final Path home;
    private final Path data;
    private final DirectoryLock lock;
    private final PostgresCommands commands;
    private final List<String> settings;
    private final Log log;
    private @Nullable TieoutDatabase database;
    private @Nullable Keeper keeper;
    private boolean closed;

    private LocalPostgres(Path home, DirectoryLock lock, List<String> settings, Log log) throws IOException {
        this.home = home;
        this.data = home.resolve("data");
        this.lock = lock;
        this.settings = List.copyOf(settings);
        this.log = log;
        this.commands =
                new PostgresCommands(PostgresBinaries.unpackedBelow(home.resolve("bin")), ServerAccount.forData(data));
    }

    /**
     * Starts the server of {@code directory}, creating it the first time.
     *
     * @param settings server settings beyond the defaults, each as {@code name=value}
     */
    static LocalPostgres start(Path directory, StartMode mode, List<String> settings, Log log) {
        DirectoryLock lock = null;
        try {
            Path home = PostgresHome.of(directory, PostgresHome.SYSTEM_PLACE, log);
            lock = DirectoryLock.on(home);
            LocalPostgres server = new LocalPostgres(home, lock, settings, log);
            server.start(mode);
            return server;
        } catch (IOException | SQLException e) {
            release(lock);
            throw new EmbeddedServerUnavailable("PostgreSQL did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            release(lock);
            Thread.currentThread().interrupt();
            throw new EmbeddedServerUnavailable("PostgreSQL did not start: interrupted", e);
        } catch (EmbeddedServerUnavailable e) {
            release(lock);
            throw e;
        }
    }

    private static void release(@Nullable DirectoryLock lock) {
        if (lock != null) {
            lock.close();
        }
    }

    /** Where the server keeps everything. */
    Path home() {
        return home;
    }

    TieoutDatabase database() {
        if (database == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return database;
    }

    private void start(StartMode mode) throws IOException, InterruptedException, SQLException {
        stopOrphan();
        if (mode == StartMode.FRESH) {
            Directories.delete(data);
        }
        FreeSpace.NEEDED.require(home);
        Passwords passwords = Passwords.keptIn(home.resolve("passwords.properties"));
        if (!Files.exists(data)) {
            initialise(passwords);
        }
        requireSameMajor();
        int port = launch();
        TieoutDatabase started = new TieoutDatabase(port, passwords);
        try {
            started.createIfMissing();
        } catch (SQLException e) {
            stop();
            throw e;
        }
        database = started;
        log.info("PostgreSQL runs on 127.0.0.1:" + port + ", data in " + data);
        keeper = Keeper.of("PostgreSQL", this, log);
    }

    /** Works on the side and renames at the end: an interrupted initdb leaves nothing that looks like data. */
    private void initialise(Passwords passwords) throws IOException, InterruptedException {
        Path unfinished = home.resolve("data.unfinished");
        Directories.delete(unfinished);
        Files.createDirectory(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
        commands.account().own(unfinished);
        Path password = Files.createTempFile("tieout", ".pw");
        try {
            Files.writeString(password, passwords.superuser());
            commands.account().own(password);
            commands.demand(
                    "initdb",
                    "-D",
                    unfinished.toString(),
                    "-U",
                    TieoutDatabase.SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums");
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSameMajor() throws IOException, InterruptedException {
        String ofData = readable(data.resolve("PG_VERSION")).strip();
        String version = commands.demand("postgres", "--version").replaceAll("[^0-9.]", "");
        String ofServer = version.substring(0, version.indexOf('.'));
        if (!ofData.equals(ofServer)) {
            throw new EmbeddedServerUnavailable(
                    data + " was written by PostgreSQL " + ofData + " and this Tieout brings " + ofServer
                            + ": run it with the version that wrote it, or choose another --data");
        }
    }

    private String readable(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new EmbeddedServerUnavailable(
                    data + " belongs to another user: run Tieout as that user, or choose another --data");
        }
        return Files.readString(file);
    }

    private int launch() throws IOException, InterruptedException {
        Path remembered = home.resolve("port");
        int wish = Files.exists(remembered)
                ? Integer.parseInt(Files.readString(remembered).strip())
                : 0;
        int port = FreePorts.preferring(List.of(wish)).getFirst();
        startLog();
        if (!pgCtlStart(port).succeeded()) {
            // Someone may have taken the port in between: once more with another one before giving up.
            port = FreePorts.preferring(List.of(0)).getFirst();
            if (!pgCtlStart(port).succeeded()) {
                throw notStarted();
            }
        }
        Files.writeString(remembered, Integer.toString(port));
        return port;
    }

    private void startLog() throws IOException {
        Files.deleteIfExists(logFile());
        Files.createFile(logFile());
        commands.account().own(logFile());
    }

    private PostgresCommands.Result pgCtlStart(int port) throws IOException, InterruptedException {
        String options = PostgresSettings.asOptions(port, settings);
        return commands.run(
                "pg_ctl", "-D", data.toString(), "-l", logFile().toString(), "-w", "-t", "60", "-o", options, "start");
    }

    private Path logFile() {
        return home.resolve("postgres.log");
    }

    private EmbeddedServerUnavailable notStarted() {
        return new EmbeddedServerUnavailable("PostgreSQL did not start, its log says why: " + logFile());
    }

    @Override
    public boolean isRunning() throws IOException {
        return Files.exists(pidFile()) && Postmaster.isRunning(data);
    }

    /** Starting again and closing exclude each other: no server may be born after close() has stopped the last. */
    @Override
    public synchronized void startAgain() throws IOException, InterruptedException {
        if (closed) {
            return;
        }
        Files.deleteIfExists(pidFile());
        endOrphanedBackends();
        if (!pgCtlStart(database().port()).succeeded()) {
            throw notStarted();
        }
        log.info("PostgreSQL runs again");
    }

    private void stopOrphan() throws IOException, InterruptedException {
        if (Files.exists(pidFile()) && Postmaster.isRunning(data)) {
            log.info("PostgreSQL of an earlier run is still there: stopping it");
            stop();
        }
        Files.deleteIfExists(pidFile());
        endOrphanedBackends();
    }

    private void endOrphanedBackends() throws IOException, InterruptedException {
        int ended = OrphanedBackends.end(commands.binaries().resolve("bin/postgres"));
        if (ended > 0) {
            log.warn("PostgreSQL was killed at work: ended " + ended + " of its processes that were left behind");
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private void stop() throws IOException, InterruptedException {
        commands.demand("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop");
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (keeper != null) {
            keeper.close();
        }
        try {
            stop();
            log.info("PostgreSQL stopped");
        } catch (IOException e) {
            log.warn("PostgreSQL did not stop; the next start ends it: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
