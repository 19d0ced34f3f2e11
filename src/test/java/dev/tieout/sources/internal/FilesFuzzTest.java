package dev.tieout.sources.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tieout.sources.SourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes of a file are: it is read with every row accounted for, or refused in words. */
class FilesFuzzTest {

    /** Who may read a file, each with a golden file to begin from. */
    private record Reader(SourceKind kind, String profile, String file) {}

    private static final List<Reader> READERS = List.of(
            new Reader(SourceKind.BILLING, "generic-snapshot", "generic-snapshot/billing.csv"),
            new Reader(SourceKind.LEDGER, "generic-ledger", "generic-ledger/ledger.csv"),
            new Reader(SourceKind.BILLING, "stripe-mrr-per-subscriber", "stripe-mrr-per-subscriber/billing.csv"),
            new Reader(SourceKind.LEDGER, "quickbooks-general-ledger", "quickbooks-general-ledger/ledger.csv"));

    /** The first byte says who reads the others. */
    @MethodSource("goldenFiles")
    @FuzzTest(maxDuration = "5s")
    void a_file_is_read_or_refused(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return;
        }
        var reader = READERS.get(Math.floorMod(bytes[0], READERS.size()));
        FuzzedFile.readOrRefused(reader.kind(), reader.profile(), Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    static Stream<byte[]> goldenFiles() {
        return READERS.stream().map(reader -> {
            byte[] file = golden(reader.file());
            byte[] seed = new byte[file.length + 1];
            seed[0] = (byte) READERS.indexOf(reader);
            System.arraycopy(file, 0, seed, 1, file.length);
            return seed;
        });
    }

    private static byte[] golden(String file) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/golden", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
