package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {

    private static final int ROUNDS = 200;

    @TempDir
    Path place;

    @Test
    void two_servers_that_start_side_by_side_may_both_make_the_directory_they_share() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path shared = place.resolve("data" + round);
            var together = new CyclicBarrier(2);
            Callable<Boolean> database = () -> {
                together.await();
                Directories.createReachable(shared.resolve("postgres"));
                return true;
            };
            Callable<Boolean> engine = () -> {
                together.await();
                Files.createDirectories(shared.resolve("camunda"));
                return true;
            };
            try (var both = Executors.newFixedThreadPool(2)) {
                var first = both.submit(database);
                var second = both.submit(engine);
                assertThat(first.get()).isTrue();
                assertThat(second.get()).isTrue();
            }
            assertThat(shared.resolve("postgres")).isDirectory();
        }
    }

    @Test
    void a_file_in_the_place_of_a_directory_is_told_and_not_taken_for_one() throws IOException {
        Path file = Files.createFile(place.resolve("taken"));

        assertThatThrownBy(() -> Directories.createReachable(file)).isInstanceOf(FileAlreadyExistsException.class);
    }
}
