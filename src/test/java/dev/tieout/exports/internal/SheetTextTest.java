package dev.tieout.exports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in a workbook's cells comes back as it was. */
class SheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "=cmd()", "-1+2", "a b", "北区", "two\nlines", "a_b", "😀", "_x00"})
    void most_text_stands_as_it_is(String text) {
        assertThat(SheetText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\" a \", \"_x0020_a_x0020_\"",
                "_x0041_, _x005F_x0041_",
                "\"a\u0000b\", a_x0000_b",
                "\"a\uD800\", a_xD800_",
            })
    void what_a_workbook_would_change_or_lose_is_escaped(String text, String escaped) {
        assertThat(SheetText.of(text)).isEqualTo(escaped);
    }

    @Test
    void what_no_cell_holds_is_cut_and_says_so() {
        var cut = SheetText.of("a".repeat(40_000));
        assertThat(cut).hasSize(SheetText.LONGEST).endsWith("(cut; the CSV has all of it)");
    }
}
