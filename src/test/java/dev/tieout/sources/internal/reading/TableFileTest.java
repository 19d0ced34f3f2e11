package dev.tieout.sources.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.sources.Sources.FileRefused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFileTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, UTF-8",
        "UTF-8, true, UTF-8",
        "UTF-16LE, true, UTF-16LE",
        "UTF-16BE, true, UTF-16BE",
        "UTF-16LE, false, UTF-16LE",
        "UTF-16BE, false, UTF-16BE",
        "windows-1252, false, windows-1252"
    })
    void every_common_encoding_is_found_out(Charset charset, boolean marked, String found) {
        var text = (marked ? "\uFEFF" : "") + "account;mrr\nMüller & Söhne – “x” €;1,5\n";
        var file = ReadTable.of(text.getBytes(charset));
        assertThat(file.form().encoding()).isEqualTo(found);
        assertThat(file.cells()).containsExactly(List.of("account", "mrr"), List.of("Müller & Söhne – “x” €", "1,5"));
    }

    @Test
    void a_late_character_still_decides_the_encoding() {
        var text = "a,b\n" + "plain,text\n".repeat(20_000) + "Müller,1\n";
        for (var charset : List.of(StandardCharsets.UTF_8, DecodedText.WINDOWS)) {
            assertThat(ReadTable.of(text.getBytes(charset)).cells().getLast()).containsExactly("Müller", "1");
        }
    }

    @Test
    void bytes_that_the_encoding_does_not_have_are_shown_as_such() {
        var bytes = "a,ü\nb,X\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        assertThat(ReadTable.of(bytes).cells().getLast()).containsExactly("b", "\uFFFD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '/', quoteCharacter = '`', textBlock = """
            ',' / a,b,c~1,2,3~
            ';' / a;b;c~1,5;2,5;x~
            '\t' / a\tb\tc~1\t2\t3~
            '|' / a|b|c~1,1|2|3~
            ',' / "Acme; Inc; Sons; x",b,c~1,2,3~
            ';' / sep=;~a;b~1;2~
            ',' / General Ledger~Acme, Inc~~a,b,c~1,2,3~
            """)
    void the_delimiter_is_what_the_lines_agree_on(String delimiter, String text) {
        var bytes = text.replace('~', '\n').replace("\\t", "\t").getBytes(StandardCharsets.UTF_8);
        assertThat(ReadTable.of(bytes).form().delimiter())
                .isEqualTo(delimiter.replace("\\t", "\t").substring(1, 2));
    }

    @Test
    void line_ends_of_all_kinds_mix() {
        var rows = ReadTable.of("a,b\r\n1,\"x\r\ny\"\r2,y\n\n3,z".getBytes(StandardCharsets.UTF_8))
                .rows();
        assertThat(rows).extracting(TableRow::line).containsExactly(1L, 2L, 4L, 6L);
        assertThat(rows).extracting(row -> row.cells().getFirst()).containsExactly("a", "1", "2", "3");
    }

    @Test
    void a_line_of_ten_megabytes_is_one_bad_row() {
        var text = "a,b\n1,2\n" + "x".repeat(10_000_000) + ",1\n3,\"" + "y".repeat(10_000_000) + "\"\n5,6\n";
        var rows = ReadTable.of(text.getBytes(StandardCharsets.UTF_8)).rows();
        assertThat(rows).extracting(TableRow::line).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows.get(2).problem()).contains("65536");
        assertThat(rows.get(3).cells().getFirst()).hasSize(2_000);
        assertThat(rows.getLast().cells()).containsExactly("5", "6");
    }

    @Test
    void a_file_that_only_keeps_us_busy_is_refused() {
        var bytes = "a\",\"c\n".repeat(500_000).getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> ReadTable.of(bytes))
                .withMessageContaining("too many");
    }

    @Test
    void gzip_is_unpacked_whatever_the_name() {
        var file = ReadTable.of(ReadTable.gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(file.form().compression()).isEqualTo("gzip");
        assertThat(file.cells()).hasSize(2);
    }

    @Test
    void a_bomb_is_refused_and_so_is_a_file_cut_short() {
        var bomb = ReadTable.gzip(new byte[40_000_000]);
        assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> ReadTable.of(bomb));
        var lines = ReadTable.gzip("a,b\n".repeat(8_000_000).getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> ReadTable.count(lines))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("file-too-large"));
        var whole = ReadTable.gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> ReadTable.of(java.util.Arrays.copyOf(whole, whole.length - 9)))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("malformed-archive"));
    }

    @Property(tries = 300)
    void what_is_written_with_quotes_is_read_back(@ForAll("tables") List<List<String>> table) {
        var text = table.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        var wish = new FileForm(null, null, "UTF-8", ",", null);
        assertThat(ReadTable.of(text.getBytes(StandardCharsets.UTF_8), wish).cells())
                .isEqualTo(table);
    }

    @Property(tries = 1_000)
    void whatever_the_bytes_every_line_is_in_some_row(@ForAll("csvish") String text) {
        var wish = new FileForm(null, null, "UTF-8", ",", null);
        var rows = ReadTable.of(("h,i\n" + text).getBytes(StandardCharsets.UTF_8), wish)
                .rows();
        assertThat(rows).extracting(TableRow::line).isSorted().doesNotHaveDuplicates();
        var told = rows.stream().flatMap(row -> row.cells().stream()).collect(Collectors.joining());
        for (char kept : new char[] {'A', '1', 'é'}) {
            assertThat(told.chars().filter(c -> c == kept).count())
                    .isEqualTo(text.chars().filter(c -> c == kept).count());
        }
    }

    @Property(tries = 500)
    void no_bytes_crash_the_reader(@ForAll byte[] bytes) {
        try {
            ReadTable.of(bytes);
        } catch (FileRefused expected) {
            assertThat(expected.sentence()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var cell = Arbitraries.strings().withChars(",;\"\n\r ab1é€").ofMaxLength(12);
        return cell.list().ofMinSize(2).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> csvish() {
        return Arbitraries.strings().withChars(",\"\n\rA1é").ofMaxLength(60);
    }
}
