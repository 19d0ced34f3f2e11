package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTables;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a handed-in table holds: it is a table in canonical writing, or refused with what is wrong. */
class RuleTablesFuzzTest {

    private static final String TABLE = RuleTables.MOVEMENT_CLASSIFICATION;

    @MethodSource("shipped")
    @FuzzTest(maxDuration = "5s")
    void a_table_is_taken_or_refused(byte[] file) {
        if (file == null) {
            return;
        }
        try {
            var faults = new Faults(TABLE);
            var form = TableForm.of(TABLE);
            var taken = KeptTable.read(TABLE, form.text(form.handedIn(HandedInFile.lines(file, faults), faults)));
            assertThat(KeptTable.read(TABLE, taken.csv()).csv()).isEqualTo(taken.csv());
        } catch (RuleTableRefused refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    static Stream<byte[]> shipped() {
        return Stream.of(CanonicalTables.text(TABLE).getBytes(StandardCharsets.UTF_8));
    }
}
