package dev.tieout.evidence.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenFormTests {

    @Test
    void a_cell_tells_nothing_from_empty_text_and_shields_formulas() {
        for (var text : Arrays.asList(null, "", "'", "''", "=1+1", "'=1", "plain", "-5", "\u00c6r\u00f8", " ")) {
            assertThat(Cell.readText(Cell.text(text))).isEqualTo(text);
        }
        assertThat(Cell.text("=1+1")).isEqualTo("'=1+1");
        assertThat(Cell.readTime(Cell.time(Instant.parse("2026-11-01T00:00:00.123456Z"))))
                .isEqualTo(Instant.parse("2026-11-01T00:00:00.123456Z"));
    }

    @Test
    void a_table_counts_and_sums_what_it_writes_and_reads_it_back() throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new TableWriter(PackFile.RETAINED, out);
        table.write(List.of(Cell.key("a,\"b\""), "USD", "0.1000", "3", "2"));
        table.write(List.of(Cell.key("=x"), "EUR", "0.2000", "3", "3"));
        table.close();
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.sums()).containsExactly(Map.entry("amount", "0.3000"));
        assertThat(out.toString(UTF_8))
                .startsWith("account,currency,amount,source_id,source_line\r\n\"a,\"\"b\"\"\",USD,");
        try (var reader = new TableReader(PackFile.RETAINED, new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(Cell.readKey(reader.next().getFirst())).isEqualTo("a,\"b\"");
            assertThat(Cell.readKey(reader.next().getFirst())).isEqualTo("=x");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void a_table_with_other_columns_is_refused() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new TableReader(PackFile.RATES, new ByteArrayInputStream("a,b\r\n".getBytes(UTF_8))));
    }

    @Test
    void a_manifest_has_one_written_form() {
        var manifest = new Manifest(
                Manifest.FORMAT,
                "acme",
                "2026-10",
                1,
                "FINAL",
                Instant.parse("2026-11-01T00:00:00Z"),
                "1",
                List.of(new Manifest.Item("a", "h", 1, "s", 2, "x", "y", Map.of("b", "2", "a", "1"), null, Map.of())),
                new Manifest.Signer("Ed25519", "00", "ff"));
        var json = new String(manifest.bytes(), UTF_8);
        assertThat(json)
                .startsWith("{\n  \"build\": ")
                .endsWith("}\n")
                .contains("\"publishedAt\": \"2026-11-01T00:00:00Z\"");
        assertThat(Manifest.read(manifest.bytes())).isEqualTo(manifest);
        assertThat(CanonicalJson.line(Map.of("b", new BigDecimal("1E+3"), "a", true)))
                .isEqualTo("{\"a\":true,\"b\":\"1000\"}");
    }

    @Test
    void every_sorting_and_summed_column_is_one_of_the_file() {
        for (var file : PackFile.values()) {
            assertThat(file.header()).containsAll(file.sortedBy()).doesNotHaveDuplicates();
            assertThat(PackFile.at(file.path())).contains(file);
        }
        assertThat(PackFile.packName("acme", "2026-10", 2)).isEqualTo("tieout-acme-2026-10-v2-evidence.zip");
    }
}
