package dev.tieout.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account PostgreSQL runs under. It is our own, except for root, whom PostgreSQL refuses: then it is the owner of
 * the existing data, else {@code postgres}, else {@code nobody}.
 */
final class ServerAccount {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final @Nullable Ids ids;

    private ServerAccount(@Nullable Ids ids) {
        this.ids = ids;
    }

    private record Ids(int uid, int gid) {}

    static ServerAccount forData(Path data) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new ServerAccount(null);
        }
        if (!Files.isExecutable(SETPRIV)) {
            throw new EmbeddedServerUnavailable(
                    "PostgreSQL does not run as root: start Tieout as an ordinary user, or install util-linux (setpriv)");
        }
        Ids owner = Files.exists(data) ? ownerOf(data) : new Ids(0, 0);
        return new ServerAccount(owner.uid() == 0 ? unprivileged() : owner);
    }

    private static Ids ownerOf(Path data) throws IOException {
        return new Ids((Integer) Files.getAttribute(data, "unix:uid"), (Integer) Files.getAttribute(data, "unix:gid"));
    }

    private static Ids unprivileged() throws IOException {
        List<String> accounts = Files.readAllLines(Path.of("/etc/passwd"));
        return Stream.of("postgres:", "nobody:")
                .flatMap(name -> accounts.stream().filter(line -> line.startsWith(name)))
                .map(line -> line.split(":", -1))
                .map(fields -> new Ids(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                .findFirst()
                .orElseThrow(
                        () -> new EmbeddedServerUnavailable(
                                "PostgreSQL does not run as root and there is no user nobody: start Tieout as an ordinary user"));
    }

    boolean isOurs() {
        return ids == null;
    }

    /** What to write before a command so that it runs under this account. */
    List<String> prefix() {
        return ids == null
                ? List.of()
                : List.of(SETPRIV.toString(), "--reuid=" + ids.uid(), "--regid=" + ids.gid(), "--clear-groups", "--");
    }

    /** Gives one file or directory, without what is below it, to this account. */
    void own(Path path) throws IOException {
        if (ids != null) {
            Files.setAttribute(path, "unix:uid", ids.uid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", ids.gid(), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
