package dev.tieout.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The processes of a PostgreSQL server whose postmaster was killed. Each ends by itself when it next looks up from its work, which one
 * that is busy with a long query does only when the query is done; until then it holds the server's shared memory, and PostgreSQL
 * rightly refuses to start anew on the same data. They serve nobody any longer, so they are ended.
 */
final class OrphanedBackends {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private OrphanedBackends() {}

    /**
     * Ends whatever still runs {@code program}, and returns when it is gone. Call it only when the postmaster is known to be gone.
     *
     * @param program the server's executable, unpacked for one data directory and so run by no other server
     * @return how many there were
     */
    static int end(Path program) throws IOException, InterruptedException {
        String command = program.toRealPath().toString();
        List<ProcessHandle> orphans = running(command);
        orphans.forEach(ProcessHandle::destroy);
        if (!goneWithinGrace(command)) {
            running(command).forEach(ProcessHandle::destroyForcibly);
            goneWithinGrace(command);
        }
        return orphans.size();
    }

    /** Dead ones that nobody has buried show no command any longer. */
    private static List<ProcessHandle> running(String command) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().command().filter(command::equals).isPresent())
                .toList();
    }

    private static boolean goneWithinGrace(String command) throws InterruptedException {
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (!running(command).isEmpty()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
