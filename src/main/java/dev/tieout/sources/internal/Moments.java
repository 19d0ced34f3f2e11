package dev.tieout.sources.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates and times as files write them: ISO 8601, with a blank allowed in place of the T. */
final class Moments {

    /** Longer than any time with nanoseconds and an offset. */
    private static final int LONGEST = 40;

    private static final int DATE_LENGTH = 10;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private Moments() {}

    /** A day of this era; anything else is a {@link DateTimeException}. */
    static LocalDate day(String text) {
        if (text.length() != DATE_LENGTH) {
            throw new DateTimeException("not a date");
        }
        return plausible(isDay(text) ? written(text) : LocalDate.parse(text));
    }

    /** A moment; a date alone is its midnight in the zone. Anything else is a {@link DateTimeException}. */
    static Instant moment(String text, ZoneId zone) {
        if (text.length() == DATE_LENGTH) {
            return day(text).atStartOfDay(zone).toInstant();
        }
        if (text.length() > LONGEST || text.length() < DATE_LENGTH) {
            throw new DateTimeException("not a time");
        }
        if (isUtcSecond(text)) {
            return plausible(written(text))
                    .atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        }
        var iso = text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1)
                : text;
        var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
        plausible(LocalDate.from(parsed));
        return parsed instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : LocalDateTime.from(parsed).atZone(zone).toInstant();
    }

    /** The day that {@code 2026-10-31} stands for; most cells are written so, and a formatter takes its time. */
    private static LocalDate written(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE_LENGTH));
    }

    private static boolean isDay(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && digits(text, 0, 4)
                && digits(text, 5, 7)
                && digits(text, 8, DATE_LENGTH);
    }

    /** {@code 2026-10-31T08:30:00Z}. */
    private static boolean isUtcSecond(String text) {
        return text.length() == 20
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == 'Z'
                && isDay(text)
                && digits(text, 11, 13)
                && digits(text, 14, 16)
                && digits(text, 17, 19);
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    static LocalDate plausible(LocalDate day) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw new DateTimeException("not of this era");
        }
        return day;
    }
}
