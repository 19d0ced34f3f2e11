package dev.tieout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that an auditor gets, alone in a directory with a pack that the tests before it have written. */
class VerifierJarIT {

    @TempDir
    Path directory;

    @BeforeEach
    void nothing_but_the_jar_and_a_pack() throws IOException {
        Files.copy(Path.of("target/tieout-verify.jar"), directory.resolve("tieout-verify.jar"));
        Files.copy(Path.of("target/evidence/provisional.zip"), directory.resolve("pack.zip"));
    }

    @Test
    void an_intact_pack_is_rebuilt_a_changed_one_is_not_and_a_wrong_call_says_how() throws Exception {
        var intact = verify("pack.zip", "--report", "rebuilt");
        assertThat(intact.code()).as(intact.said()).isZero();
        // Java itself warns of a library's way with memory, which no jar can ask it not to.
        assertThat(intact.complained().lines()).allMatch(line -> line.startsWith("WARNING: "));
        assertThat(directory.resolve("rebuilt/report.csv")).isNotEmptyFile();

        var bytes = Files.readAllBytes(directory.resolve("pack.zip"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(directory.resolve("pack.zip"), bytes);
        assertThat(verify("pack.zip").code()).isEqualTo(1);

        assertThat(verify().code()).isEqualTo(2);
    }

    private Outcome verify(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "tieout-verify.jar"));
        command.addAll(List.of(arguments));
        var said = directory.resolve("said");
        var complained = directory.resolve("complained");
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(said.toFile())
                .redirectError(complained.toFile());
        builder.environment().keySet().retainAll(Map.of("PATH", "", "HOME", "").keySet());
        int code = builder.start().waitFor();
        return new Outcome(code, read(said), read(complained));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private record Outcome(int code, String said, String complained) {}
}
