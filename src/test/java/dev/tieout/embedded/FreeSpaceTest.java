package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

    @Test
    void a_full_disk_is_told_in_one_line(@TempDir Path directory) {
        assertThatThrownBy(() -> new FreeSpace(Long.MAX_VALUE).require(directory))
                .isInstanceOf(EmbeddedServerUnavailable.class)
                .hasMessageContaining("MB left and Tieout needs")
                .hasMessageNotContaining("\n");
    }
}
