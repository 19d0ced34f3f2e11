package dev.tieout.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.evidence.format.RawEntry;
import dev.tieout.verification.internal.Forged;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file is, the command ends soon with a sentence: no stack trace, no full memory, nothing written anywhere. */
class HostileFileTest {

    @TempDir
    Path directory;

    private Verified verified(byte[] file) throws IOException {
        var verified = Verified.of(Files.write(directory.resolve("hostile.zip"), file));
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.output()).contains("NOT EQUAL. ").doesNotContain("\tat ", "Exception in");
        return verified;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "no zip at all, but some text that is longer than the record at the end of a zip"})
    void what_is_no_zip(String text) throws IOException {
        assertThat(verified(text.getBytes(UTF_8)).output()).contains("cut off, or no pack");
    }

    @Test
    void a_zip_of_something_else() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("holiday.txt"));
            zip.write("sun".getBytes(UTF_8));
        }
        verified(out.toByteArray());
    }

    @Test
    void a_name_that_stands_in_it_twice() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            for (int i = 0; i < 2; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("manifest.json"));
                zip.write("{}".getBytes(UTF_8));
                zip.closeArchiveEntry();
            }
        }
        assertThat(verified(out.toByteArray()).output()).contains("twice");
    }

    @Test
    void entries_by_the_ten_thousand() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 20_000; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        }
        assertThat(verified(out.toByteArray()).output()).contains("20000 entries");
    }

    @Test
    void a_manifest_that_is_nested_without_end() throws IOException {
        verified(zip("[".repeat(100_000).getBytes(UTF_8)));
        verified(zip("{}".getBytes(UTF_8)));
        verified(zip("null".getBytes(UTF_8)));
        verified(zip("{\"files\":[null],\"format\":\"tieout-evidence/1\"}".getBytes(UTF_8)));
    }

    @Test
    void a_manifest_that_inflates_to_more_than_it_says() throws IOException {
        var bomb = Forged.deflated(new byte[200 << 20]);
        var raw = new LinkedHashMap<RawEntry, byte[]>();
        raw.put(new RawEntry("manifest.json", false, 0, 10, bomb.length), bomb);
        assertThat(verified(Forged.zip(raw)).output()).contains("10 bytes");
        raw.clear();
        raw.put(new RawEntry("manifest.json", false, 0, 200 << 20, bomb.length), bomb);
        assertThat(verified(Forged.zip(raw)).output()).contains("larger than");
    }

    private static byte[] zip(byte[] manifest) throws IOException {
        var crc = new CRC32();
        crc.update(manifest);
        var raw = new LinkedHashMap<RawEntry, byte[]>();
        raw.put(new RawEntry("manifest.json", true, crc.getValue(), manifest.length, manifest.length), manifest);
        return Forged.zip(raw);
    }

    @Test
    void wrong_use_is_told_apart_from_a_wrong_pack() {
        assertThat(Verified.of(directory.resolve("none.zip")).exit()).isEqualTo(2);
        assertThat(Verified.of(directory).exit()).isEqualTo(2);
        assertThat(Verified.of(directory, "--key").output()).contains("missing behind --key");
        assertThat(Verified.of(directory, "--frobnicate").output()).contains("--frobnicate", "Use: verify PACK.zip");
    }
}
