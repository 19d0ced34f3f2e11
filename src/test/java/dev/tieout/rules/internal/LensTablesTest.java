package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.rules.RuleTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The movement tables of the definition lens are as sound as our own. */
class LensTablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"chartmogul", "stripe", "profitwell", "maxio", "recurly", "chargebee"})
    void a_table_has_no_gap_and_no_row_that_never_decides_and_is_in_canonical_writing(String id) throws IOException {
        String text = Files.readString(Path.of("src/main/resources/lenses", id + ".csv"), StandardCharsets.UTF_8);
        var table = (DecisionTable) KeptTable.read(RuleTables.MOVEMENT_CLASSIFICATION, text);

        var analysis = RowsAnalysis.of(table);

        assertThat(analysis.neverTrue()).isEmpty();
        assertThat(analysis.masked()).isEmpty();
        assertThat(analysis.conflicts()).isEmpty();
        assertThat(analysis.gaps()).isEmpty();
        assertThat(table.csv()).isEqualTo(text);
    }
}
