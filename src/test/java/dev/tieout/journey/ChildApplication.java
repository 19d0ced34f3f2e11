package dev.tieout.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole product as {@code ./tieout run} starts it, in a process of its own that can be killed and started again on its data. */
final class ChildApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINES_TOLD = 30;

    final int port;
    private final Path data;
    private @Nullable Process process;

    ChildApplication(Path data) {
        this.data = data.toAbsolutePath();
        this.port = freePort();
    }

    /**
     * Below what systems give to outgoing connections: the application takes the port only after its servers have started, and gives it
     * back while it is killed and started again.
     */
    private static int freePort() {
        return IntStream.range(10_000 + (int) (ProcessHandle.current().pid() % 5_000), 20_000)
                .filter(ChildApplication::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException occupied) {
            return false;
        }
    }

    /** Starts and waits until it answers. */
    void start(String... options) throws IOException {
        Files.createDirectories(data);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                withoutTests(),
                "dev.tieout.TieoutApplication",
                "--spring.profiles.active=local",
                "--server.port=" + port,
                "--tieout.data=" + data,
                "--tieout.engine.directory=" + System.getProperty("tieout.engine.directory", ".tieout/engine/8.6.0")));
        command.addAll(List.of(options));
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("out").toFile())
                .start();
        process = started;
        var operator = new Caller(port, "operator");
        await("the application answers").atMost(PATIENCE).until(() -> {
            assertThat(started.isAlive()).as(() -> "it runs; " + told()).isTrue();
            return operator.answers();
        });
    }

    /** What it wrote to its console and the end of its log: whoever reads a failed run elsewhere has nothing but the message. */
    String told() {
        return "console:\n" + end(data.resolve("out")) + "\nlog:\n" + end(data.resolve("logs/tieout.log"))
                + "\nPostgreSQL:\n" + end(data.resolve("postgres/postgres.log"));
    }

    private static String end(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The tests' own configuration has no business in it. */
    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    void killWithEverythingItStarted() throws IOException, InterruptedException {
        var servers = servers();
        kill();
        servers.forEach(ProcessHandle::destroyForcibly);
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        running().destroy();
        assertThat(running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** The engine and the database, as they run now. */
    List<ProcessHandle> servers() throws IOException {
        return Stream.concat(engine().stream(), postmaster().stream()).toList();
    }

    private Optional<ProcessHandle> engine() {
        return ProcessHandle.allProcesses()
                .filter(candidate -> List.of(candidate.info().arguments().orElseGet(() -> new String[0]))
                        .contains("-Dapp.home=" + data.resolve("camunda")))
                .findFirst();
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var file = data.resolve("postgres/data/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                : Optional.empty();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                killWithEverythingItStarted();
            }
        } else if (process != null) {
            servers().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
