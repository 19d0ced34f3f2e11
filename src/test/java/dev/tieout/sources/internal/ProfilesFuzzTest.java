package dev.tieout.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tieout.sources.Sources.FileRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a profile says: it is taken and comes back as it was written, or refused in words. */
class ProfilesFuzzTest {

    private final ProfileText text = new ProfileText();

    @MethodSource("builtIn")
    @FuzzTest(maxDuration = "5s")
    void a_profile_is_taken_or_refused(String json) {
        if (json == null) {
            return;
        }
        try {
            var written = text.write(text.read(json));
            assertThat(text.write(text.read(written))).isEqualTo(written);
        } catch (FileRefused refused) {
            assertThat(refused.sentence()).isNotBlank();
        }
    }

    static Stream<String> builtIn() throws IOException {
        return Stream.of(
                Files.readString(Path.of("src/main/resources/profiles/quickbooks-general-ledger.json")),
                Files.readString(Path.of("src/main/resources/profiles/stripe-mrr-per-subscriber.json")));
    }
}
