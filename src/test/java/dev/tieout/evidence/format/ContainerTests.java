package dev.tieout.evidence.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerTests {

    @TempDir
    Path directory;

    @Test
    void what_was_put_in_comes_out() throws IOException {
        var zip = zip("people/a.csv", "a,b\r\n1,2\r\n", "manifest.json", "{}\n");
        try (var container = Container.open(zip)) {
            assertThat(container.entries()).extracting(RawEntry::path).containsExactly("people/a.csv", "manifest.json");
            var first = container.entries().getFirst();
            assertThat(new String(container.content(first).readAllBytes(), UTF_8))
                    .isEqualTo("a,b\r\n1,2\r\n");
            assertThat(container.raw(first).readAllBytes()).hasSize((int) first.storedBytes());
        }
    }

    @Test
    void a_pack_put_together_again_is_the_same_file_in_every_time_zone() throws IOException {
        var zip = zip("a.csv", "text ".repeat(500), "manifest.json", "{}\n");
        var before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(again(zip)).isEqualTo(Files.readAllBytes(zip));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** Bytes of entry data are covered by the manifest's hashes; this shows that the container covers every other one. */
    @Test
    void every_changed_byte_outside_the_data_makes_another_container_or_none() throws IOException {
        var zip = zip("a.csv", "text ".repeat(50), "manifest.json", "{}\n");
        var intact = Files.readAllBytes(zip);
        var data = raw(zip);
        var random = new Random(7);
        for (int at = 0; at < intact.length; at++) {
            var changed = intact.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            var file = Files.write(directory.resolve("changed.zip"), changed);
            assertThat(found(file, changed, data)).as("byte %s", at).isTrue();
        }
    }

    @Test
    void what_is_no_zip_is_refused() throws IOException {
        var file = Files.writeString(directory.resolve("no.zip"), "no zip at all");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Container.open(file));
    }

    private static boolean found(Path file, byte[] bytes, Map<String, List<Byte>> data) {
        try {
            return !Arrays.equals(again(file), bytes) || !raw(file).equals(data);
        } catch (IOException | IllegalArgumentException refused) {
            return true;
        }
    }

    private static Map<String, List<Byte>> raw(Path zip) throws IOException {
        try (var container = Container.open(zip)) {
            var data = new LinkedHashMap<String, List<Byte>>();
            for (var entry : container.entries()) {
                var bytes = new ArrayList<Byte>();
                for (byte each : container.raw(entry).readAllBytes()) {
                    bytes.add(each);
                }
                data.put(entry.path(), bytes);
            }
            return data;
        }
    }

    private static byte[] again(Path zip) throws IOException {
        try (var container = Container.open(zip)) {
            var out = new ByteArrayOutputStream();
            Container.assemble(container.entries(), container::raw, out);
            return out.toByteArray();
        }
    }

    /** Names and contents in turn; the last one is stored. */
    private Path zip(String... namesAndContents) throws IOException {
        var entries = new ArrayList<RawEntry>();
        var raw = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            var content = namesAndContents[i + 1].getBytes(UTF_8);
            boolean stored = i == namesAndContents.length - 2;
            var bytes = stored ? content : deflated(content);
            var crc = new CRC32();
            crc.update(content);
            entries.add(new RawEntry(namesAndContents[i], stored, crc.getValue(), content.length, bytes.length));
            raw.put(namesAndContents[i], bytes);
        }
        var out = new ByteArrayOutputStream();
        Container.assemble(entries, entry -> new ByteArrayInputStream(raw.get(entry.path())), out);
        return Files.write(directory.resolve("pack.zip"), out.toByteArray());
    }

    private static byte[] deflated(byte[] content) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            var buffer = new byte[content.length + 100];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
    }
}
