package dev.tieout.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

    private static final String HEADER = "account_id,period,mrr,currency";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account_id,period,mrr,currency\nA1,2026-10,1,USD\n",
                "account_id,period,mrr,currency\r\nA1,2026-10,1,USD",
                "\uFEFFaccount_id,period,mrr,currency\nA1,2026-10,1,USD\n\n",
                "account_id;period;mrr;currency\nA1;2026-10;1;USD\n",
                "currency\tmrr\tperiod\taccount_id\nUSD\t1\t2026-10\tA1\n",
                "\"account_id\",\"period\",\"mrr\",\"currency\"\n\"A1\",\"2026-10\",\"1\",\"USD\"\n"
            })
    void the_same_row_in_other_clothes_is_the_same_row(String text) {
        var file = ReadFile.of(SourceKind.BILLING, "generic-snapshot", text);
        assertThat(file.rows()).singleElement().satisfies(row -> {
            assertThat(row.problems()).isEmpty();
            assertThat(row.value(Field.ACCOUNT)).isEqualTo("A1");
        });
        assertThat(file.measure().bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void the_hash_is_of_the_bytes_as_they_came() throws Exception {
        var text = "\uFEFF" + HEADER + "\nA1,2026-10,1,USD\n";
        var expected = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(ReadFile.of(SourceKind.BILLING, "generic-snapshot", text)
                        .measure()
                        .sha256())
                .isEqualTo(expected);
    }

    @Test
    void a_header_that_does_not_fit_is_refused_with_the_names() {
        assertRefused("account_id,period,amount,currency\nA1,2026-10,1,USD\n", "wrong-header", "“mrr”", "“amount”");
        assertRefused(HEADER + ",MRR\nA1,2026-10,1,USD,1\n", "wrong-header", "more than once");
        assertRefused("%PDF-1.4\n1 0 obj\n", "wrong-header", "account_id");
    }

    @Test
    void a_file_without_rows_is_refused() {
        assertRefused("", "empty-file", "empty");
        assertRefused("\n\n", "empty-file", "empty");
        assertRefused("\uFEFF", "empty-file", "empty");
        assertRefused(HEADER + "\n", "empty-file", "no rows");
    }

    @Test
    void a_file_that_is_no_table_is_refused() {
        assertRefused(new byte[] {0x50, 0x4B, 3, 4, 0, 0, 0, 1}, "malformed-archive");
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 0, 0}, "binary-file");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "binary-file", "XLSX");
        assertRefused(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0}, "malformed-archive");
    }

    @Test
    void a_character_that_cannot_be_kept_costs_its_row_only() {
        var rows = ReadFile.of(
                        SourceKind.BILLING, "generic-snapshot", HEADER + "\nA\0,2026-10,1,USD\nA2,2026-10,1,USD\n")
                .rows();
        assertThat(rows).extracting(row -> row.problems().size()).containsExactly(1, 0);
        assertThat(rows.getFirst().problems()).extracting(Problem::reason).containsExactly("holds a control character");
    }

    @Test
    void a_malformed_quote_costs_its_row_only() {
        var text = HEADER + "\n\"A1\"x,2026-10,1,USD\nA2,2026-10,1,USD\n\"A3,2026-10,1,USD\nA4,2026-10,1,USD\n";
        var rows = ReadFile.of(SourceKind.BILLING, "generic-snapshot", text).rows();
        assertThat(rows).extracting(StagedRow::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows)
                .extracting(row -> row.problems().isEmpty()
                        ? ""
                        : row.problems().getFirst().reason())
                .containsExactly("text after a closing quote", "", "a quote that is not closed", "");
    }

    @Test
    void an_unquoted_thousands_mark_makes_a_row_too_wide() {
        var rows = ReadFile.of(SourceKind.BILLING, "generic-snapshot", HEADER + "\nA1,2026-10,1,234.50,USD\n")
                .rows();
        assertThat(rows.getFirst().problems())
                .extracting(Problem::reason)
                .containsExactly("5 columns where the header has 4");
    }

    @Test
    void rows_without_anything_in_them_are_left_out_and_counted() {
        var file = ReadFile.of(SourceKind.BILLING, "generic-snapshot", HEADER + "\n\nA1,2026-10,1,USD\n,,,\n \n");
        assertThat(file.rows()).hasSize(1);
        assertThat(file.measure().leftOut()).containsEntry("blank", 2L);
    }

    @Test
    void a_file_beyond_the_limit_is_refused_while_it_is_read() {
        var text = HEADER + "\n" + "A1,2026-10,1,USD\n".repeat(1_000);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> ReadFile.of(
                        SourceKind.BILLING, "generic-snapshot", text.getBytes(StandardCharsets.UTF_8), 5_000))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE));
    }

    @Property(tries = 500)
    void whatever_the_bytes_they_are_read_or_refused(@ForAll byte[] bytes) {
        readOrRefused(bytes);
    }

    @Property(tries = 500)
    void whatever_follows_the_header_is_read_row_by_row_or_refused(@ForAll("csvish") String body) {
        readOrRefused((HEADER + "\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> csvish() {
        return Arbitraries.strings()
                .withChars(",;\"\n\r\t A1-.029eUSD\u00e9\u2028\\")
                .ofMaxLength(80);
    }

    private static void readOrRefused(byte[] bytes) {
        try {
            var file = ReadFile.of(SourceKind.BILLING, "generic-snapshot", bytes);
            assertThat(file.rows().size() + file.measure().leftOut().size()).isPositive();
            assertThat(file.rows()).extracting(StagedRow::line).isSorted().doesNotHaveDuplicates();
            assertThat(file.rows())
                    .filteredOn(row -> row.problems().isEmpty())
                    .allSatisfy(row -> assertThat(row.value(Field.ACCOUNT)).isNotBlank());
        } catch (FileRefused expected) {
            assertThat(expected.sentence()).isNotBlank();
        }
    }

    private static void assertRefused(String text, String type, String... words) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), type, words);
    }

    private static void assertRefused(byte[] body, String type, String... words) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> ReadFile.of(SourceKind.BILLING, "generic-snapshot", body))
                .satisfies(refusal -> {
                    assertThat(refusal.type()).isEqualTo(type);
                    assertThat(words)
                            .allSatisfy(word -> assertThat(refusal.sentence()).contains(word));
                });
    }
}
