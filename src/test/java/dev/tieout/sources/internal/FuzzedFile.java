package dev.tieout.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;

/** What has to hold of every file, however it was made. */
final class FuzzedFile {

    private static final int LIMIT = 1_000_000;

    private FuzzedFile() {}

    static void readOrRefused(SourceKind kind, String profile, byte[] bytes) {
        try {
            var file = ReadFile.of(kind, profile, bytes, LIMIT);
            assertThat(file.rows().size() + file.measure().leftOut().size()).isPositive();
            assertThat(file.rows()).extracting(StagedRow::line).isSorted();
            assertThat(file.rows())
                    .filteredOn(row -> row.problems().isEmpty())
                    .allSatisfy(row -> assertThat(row.value(Field.ACCOUNT)).isNotBlank());
        } catch (FileRefused refused) {
            assertThat(refused.sentence()).isNotBlank();
        }
    }
}
