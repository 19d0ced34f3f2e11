package dev.tieout.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-10-01, 2026-11-01, 2026-11, 2026-09",
        "2026-12, 2026-12-01, 2027-01-01, 2027-01, 2026-11",
        "2026-Q4, 2026-10-01, 2027-01-01, 2027-Q1, 2026-Q3",
        "2026-Q1, 2026-01-01, 2026-04-01, 2026-Q2, 2025-Q4",
        "2026, 2026-01-01, 2027-01-01, 2027, 2025"
    })
    void a_period_begins_on_its_first_day_and_ends_before_the_next_begins(
            String text, LocalDate start, LocalDate end, String next, String previous) {
        var period = Period.parse(text);

        assertThat(period).hasToString(text);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.next()).hasToString(next);
        assertThat(period.previous()).hasToString(previous);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26-10",
                "2026-13",
                "2026-00",
                "2026-Q5",
                "2026-1",
                "October",
                "2026-10-01",
                " 2026",
                "0026-10"
            })
    void anything_else_is_refused_in_words(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(Period.MalformedPeriod.class)
                .hasMessageContaining("2026-Q4");
    }

    @Test
    void the_cutoff_is_midnight_in_the_organisations_zone() {
        assertThat(Period.parse("2026-10").cutoff(ZoneId.of("Europe/Berlin"))).hasToString("2026-10-31T23:00:00Z");
    }

    @Test
    void a_quarters_ledger_leg_is_its_last_month() {
        assertThat(Period.parse("2026-Q3").lastMonth()).hasToString("2026-09");
    }
}
