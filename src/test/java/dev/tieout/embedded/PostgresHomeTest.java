package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresHomeTest {

    @TempDir
    private Path temporary;

    private Path systemPlace;

    @BeforeEach
    void open_the_directory() throws IOException {
        systemPlace = OpenDirectory.in(temporary).resolve("system");
    }

    @Test
    void it_is_in_the_data_directory_when_the_server_can_enter() throws Exception {
        Path data = temporary.resolve("data");

        assertThat(PostgresHome.of(data, systemPlace, new NoOpLog())).isEqualTo(data.resolve("postgres"));
    }

    @Test
    void below_a_closed_directory_it_moves_for_root_and_is_remembered() throws Exception {
        Path closed = Files.createDirectory(temporary.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Path data = closed.resolve("data");

        Path home = PostgresHome.of(data, systemPlace, new NoOpLog());

        boolean root = new UnixSystem().getUid() == 0;
        assertThat(home.startsWith(root ? systemPlace : data)).isTrue();
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(PostgresHome.of(data, systemPlace, new NoOpLog())).isEqualTo(home);
    }
}
