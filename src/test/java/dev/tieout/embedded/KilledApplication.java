package dev.tieout.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.logging.impl.NoOpLog;

/** An application that starts a server and is then killed without a chance to stop it. */
final class KilledApplication {

    private KilledApplication() {}

    /** Runs in a process of its own; prints the server's process number or port once it is up. */
    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[1]);
        if (arguments[0].equals("postgres")) {
            LocalPostgres server = LocalPostgres.start(directory, StartMode.CONTINUE, List.of(), new NoOpLog());
            System.out.println(server.database().port());
        } else {
            LocalEngine engine = LocalEngine.on(directory, EngineDistribution.in(Path.of(arguments[2])), new NoOpLog());
            engine.start(StartMode.CONTINUE);
            System.out.println(engine.pid());
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Starts it, waits for its server, kills it, and returns the number it printed. */
    static long after(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledApplication.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            return Long.parseLong(String.valueOf(out.readLine()));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
