package dev.tieout.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** Amounts as the world writes them. */
class NumberMarksPropertyTests {

    private static final String LARGEST = "999999999999999";

    @Property
    void an_amount_is_read_as_it_was_written(
            @ForAll @BigRange(min = "-" + LARGEST, max = LARGEST) @Scale(4) BigDecimal amount,
            @ForAll("marks") NumberMarks marks,
            @ForAll("signs") String sign) {
        var read = marks.plain(written(amount, marks, sign));
        assertThat(read).isNotNull();
        assertThat(new BigDecimal(read)).isEqualByComparingTo(amount);
    }

    @Property
    void nothing_is_read_into_a_cell_that_it_does_not_say(
            @ForAll("cells") String cell, @ForAll("marks") NumberMarks marks) {
        var read = marks.plain(cell);
        if (read != null) {
            var digits = read.replaceAll("\\D", "");
            assertThat(digits).isIn(cell.replaceAll("\\D", ""), "0" + cell.replaceAll("\\D", ""));
            assertThat(cell.chars().anyMatch(Character::isDigit) || !read.matches("-?\\d+(\\.\\d+)?"))
                    .as("a number without a digit")
                    .isTrue();
        }
    }

    private static String written(BigDecimal amount, NumberMarks marks, String sign) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(
                marks.decimal() == null ? '.' : marks.decimal().charAt(0));
        symbols.setGroupingSeparator(
                marks.grouping() == null ? ',' : marks.grouping().charAt(0));
        var format = new DecimalFormat(marks.grouping() == null ? "0.00##" : "#,##0.00##", symbols);
        var text = sign + format.format(amount.abs());
        return amount.signum() < 0 ? "(" + text + ")" : text;
    }

    @Provide
    Arbitrary<NumberMarks> marks() {
        return Arbitraries.of(
                new NumberMarks(null, null, true, true, false),
                new NumberMarks(".", ",", true, true, false),
                new NumberMarks(",", ".", true, true, false),
                new NumberMarks(",", "\u00A0\u202F ", true, true, false),
                new NumberMarks(".", "'", true, true, false));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of("", "$", "€ ", "¥");
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("019.,'-()$ \u00A0eE+").ofMaxLength(12);
    }
}
