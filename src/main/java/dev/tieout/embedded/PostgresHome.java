package dev.tieout.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.commons.logging.Log;

/**
 * Where the PostgreSQL of one data directory lives: {@code postgres} in it, unless the server's account cannot enter
 * there (root's home is closed to others). Then it is a place below {@code /var/lib/tieout}, and a file remembers it.
 */
final class PostgresHome {

    static final Path SYSTEM_PLACE = Path.of("/var/lib/tieout");

    private PostgresHome() {}

    static Path of(Path dataDirectory, Path systemPlace, Log log) throws IOException, InterruptedException {
        Path usual = dataDirectory.resolve("postgres").toAbsolutePath().normalize();
        Path remembered = usual.resolve("moved-to");
        if (Files.exists(remembered)) {
            return Path.of(Files.readString(remembered).strip());
        }
        Directories.createReachable(usual);
        if (canBeEntered(usual)) {
            return usual;
        }
        Path elsewhere =
                systemPlace.resolve(HexFormat.of().toHexDigits(usual.toString().hashCode()));
        Directories.createReachable(elsewhere);
        if (!canBeEntered(elsewhere)) {
            throw new EmbeddedServerUnavailable("PostgreSQL does not run as root and its user can enter neither "
                    + usual + " nor " + elsewhere + ": choose another --data");
        }
        Files.writeString(remembered, elsewhere + "\n");
        log.warn(
                "PostgreSQL does not run as root and its user cannot enter " + usual + ": its data is in " + elsewhere);
        return elsewhere;
    }

    private static boolean canBeEntered(Path home) throws IOException, InterruptedException {
        ServerAccount account = ServerAccount.forData(home.resolve("data"));
        return account.isOurs() || new PostgresCommands(home, account).canEnter(home);
    }
}
