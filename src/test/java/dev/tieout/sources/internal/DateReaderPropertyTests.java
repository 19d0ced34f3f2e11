package dev.tieout.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Dates as exports write them. */
class DateReaderPropertyTests {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @Property
    void a_day_is_read_as_it_was_written(@ForAll @IntRange(max = 20_000) int offset, @ForAll("forms") String form) {
        var day = LocalDate.of(1995, 1, 1).plusDays(offset);
        var formatter = DateForms.formatter(form);
        var reader = new DateReader(List.of(formatter), ZONE);
        assertThat(reader.day(formatter.format(day))).isEqualTo(day);
        assertThat(reader.moment(formatter.format(day)))
                .isEqualTo(day.atStartOfDay(ZONE).toInstant());
    }

    @Property
    void what_is_no_date_is_told_and_nothing_else_happens(@ForAll("texts") String text, @ForAll("forms") String form) {
        readOrTold(() -> new DateReader(List.of(DateForms.formatter(form)), ZONE).moment(text));
        readOrTold(() -> new DateReader(List.of(), ZONE).moment(text));
        readOrTold(() -> new DateReader(List.of(), ZONE).day(text));
        readOrTold(() -> DateReader.month(text));
    }

    @Property
    void a_month_is_read_as_it_was_written(@ForAll @IntRange(max = 600) int offset) {
        var month = YearMonth.of(1995, 1).plusMonths(offset);
        assertThat(DateReader.month(month.toString())).isEqualTo(month);
        assertThat(DateReader.month(month.atDay(1).toString())).isEqualTo(month);
    }

    private interface Read {
        Object now();
    }

    private static void readOrTold(Read read) {
        try {
            assertThat(read.now()).isNotNull();
        } catch (DateTimeException told) {
            assertThat(told).isInstanceOf(DateTimeException.class);
        }
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of("MM/dd/uuuu", "dd/MM/uuuu", "d MMM uuuu", "uuuu-MM-dd", "dd.MM.uuuu");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789-/.: TZ+JanFeb").ofMaxLength(45),
                Arbitraries.strings().ofMaxLength(10));
    }
}
