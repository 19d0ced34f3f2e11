package dev.tieout.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs under the server's account. */
record PostgresCommands(Path binaries, ServerAccount account) {

    private static final int SECONDS = 90;

    record Result(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    Result run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs a command that must succeed, and returns what it wrote. */
    String demand(String program, String... arguments) throws IOException, InterruptedException {
        Result result = run(program, arguments);
        if (!result.succeeded()) {
            throw new IOException(
                    program + " failed: " + result.output().strip().replaceAll("\\s*\\R\\s*", "; "));
        }
        return result.output();
    }

    boolean canEnter(Path directory) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of("/bin/sh", "-c", "cd \"$0\"", directory.toString()));
        return run(command).succeeded();
    }

    private static Result run(List<String> command) throws IOException, InterruptedException {
        // A file and not a pipe: the server would keep a pipe open after pg_ctl has gone.
        Path output = Files.createTempFile("tieout", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(PostgresCommands::changesBehaviour);
            Process process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end within " + SECONDS + " seconds");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private static boolean changesBehaviour(String variable) {
        return variable.startsWith("PG") || variable.startsWith("LC_") || variable.startsWith("LANG");
    }
}
