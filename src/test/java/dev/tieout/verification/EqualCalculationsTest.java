package dev.tieout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * What the product works out in SQL and what the verification works out in Java is the same, in every column and every figure, for books
 * made up from seeds: two periods each, either grain, either treatment of FX, every pause, windows, overrides that stand and that are set
 * aside, exclusions, explained and open variances, with and without another system's report.
 */
@DatabaseTest
@Import(RandomBooks.class)
class EqualCalculationsTest {

    @Autowired
    RandomBooks books;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "book {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 10})
    void both_calculations_come_to_the_same(long seed) {
        for (var pack : books.packs(seed, 30, directory)) {
            var verified = Verified.of(pack);
            assertThat(verified.output()).contains("Equal: ");
            assertThat(verified.exit()).isZero();
        }
    }
}
