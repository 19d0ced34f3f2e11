package dev.tieout.sources.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
        return plausible(LocalDate.parse(text));
    }

    /** A moment; a date alone is its midnight in the zone. Anything else is a {@link DateTimeException}. */
    static Instant moment(String text, ZoneId zone) {
        if (text.length() == DATE_LENGTH) {
            return day(text).atStartOfDay(zone).toInstant();
        }
        if (text.length() > LONGEST || text.length() < DATE_LENGTH) {
            throw new DateTimeException("not a time");
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

    static LocalDate plausible(LocalDate day) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw new DateTimeException("not of this era");
        }
        return day;
    }
}
