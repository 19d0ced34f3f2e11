package dev.tieout.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InertTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r", "\n", "'quoted", "''=1"})
    void what_begins_like_a_formula_is_shielded_and_read_back_as_it_was(String text) {
        assertThat(InertText.of(text)).isEqualTo("'" + text);
        assertThat(InertText.read(InertText.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"b1", "O'Brien & Sons", "1 = 1", "Ærø"})
    void other_text_stays_as_it_is(String text) {
        assertThat(InertText.of(text)).isEqualTo(text);
        assertThat(InertText.read(text)).isEqualTo(text);
    }

    @Test
    void an_empty_cell_is_an_empty_text() {
        assertThat(InertText.read(InertText.of(""))).isEmpty();
    }
}
