package dev.tieout.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The process named in a data directory's {@code postmaster.pid}. */
final class Postmaster {

    private Postmaster() {}

    /**
     * Whether that server still runs. The number alone proves nothing: after a restart, above all of a container, it
     * often belongs to something else, which must neither be stopped nor block the start.
     */
    static boolean isRunning(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return false;
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> worksIn(process, data))
                .isPresent();
    }

    /** A postmaster's working directory is its data directory; where that is not shown, its name must do. */
    private static boolean worksIn(ProcessHandle process, Path data) {
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return workingDirectory.toRealPath().equals(data.toRealPath());
        } catch (IOException notShown) {
            return process.info()
                    .command()
                    .filter(command -> command.endsWith("/postgres"))
                    .isPresent();
        }
    }
}
