package dev.tieout.sources.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.stream.Stream;

/** Reads the dates of one file. What is no date of its forms is a {@link DateTimeException}. */
final class DateReader {

    private static final int LONGEST = 40;

    /** The ways that exports write a month; a day stands for its month. */
    private static final List<DateTimeFormatter> MONTHS = Stream.of(
                    "uuuu-MM", "uuuu-MM-dd", "uuuu/MM", "MM/uuuu", "MMM uuuu", "MMMM uuuu", "MMM-uuuu", "MMM, uuuu")
            .map(DateForms::formatter)
            .toList();

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;

    /** @param formats tried in order; ISO 8601 when there are none */
    DateReader(List<DateTimeFormatter> formats, ZoneId zone) {
        this.formats = List.copyOf(formats);
        this.zone = zone;
    }

    /** A day of this era. */
    LocalDate day(String text) {
        return formats.isEmpty() ? Moments.day(text) : Moments.plausible(LocalDate.from(parsed(text)));
    }

    /** A moment; a date alone is its midnight. */
    Instant moment(String text) {
        if (formats.isEmpty()) {
            return Moments.moment(text, zone);
        }
        var parsed = parsed(text);
        Moments.plausible(LocalDate.from(parsed));
        return switch (parsed) {
            case ZonedDateTime withZone -> withZone.toInstant();
            case LocalDateTime withTime -> withTime.atZone(zone).toInstant();
            default -> LocalDate.from(parsed).atStartOfDay(zone).toInstant();
        };
    }

    static YearMonth month(String text) {
        var none = new DateTimeException("no month");
        for (var format : MONTHS) {
            try {
                return format.parse(text, YearMonth::from);
            } catch (DateTimeException next) {
                none.addSuppressed(next);
            }
        }
        throw none;
    }

    private TemporalAccessor parsed(String text) {
        var none = new DateTimeException("of none of the forms");
        if (text.length() <= LONGEST) {
            for (var format : formats) {
                try {
                    return format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
                } catch (DateTimeException next) {
                    none.addSuppressed(next);
                }
            }
        }
        throw none;
    }
}
