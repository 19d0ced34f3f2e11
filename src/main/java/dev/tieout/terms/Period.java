package dev.tieout.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A closed-open interval {@code [start, end)} of whole calendar months: {@code 2026-10}, {@code 2026-Q4} or {@code 2026}; years 1000 to
 * 2999.
 *
 * @param first the first month
 * @param length how many months it spans
 */
public record Period(YearMonth first, PeriodLength length) implements Comparable<Period> {

    private static final Pattern TEXT = Pattern.compile("([12]\\d{3})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?");

    public Period {
        if ((first.getMonthValue() - 1) % length.months() != 0) {
            throw new MalformedPeriod(first + " does not begin a " + length);
        }
    }

    /** Reads {@code 2026-10}, {@code 2026-Q4} or {@code 2026}; anything else is {@link MalformedPeriod}. */
    public static Period parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new MalformedPeriod("“" + text + "” is not a period; write 2026-10, 2026-Q4 or 2026");
        }
        int year = Integer.parseInt(match.group(1));
        if (match.group(2) != null) {
            return new Period(YearMonth.of(year, Integer.parseInt(match.group(2))), PeriodLength.MONTH);
        }
        if (match.group(3) != null) {
            int month = (Integer.parseInt(match.group(3)) - 1) * PeriodLength.QUARTER.months() + 1;
            return new Period(YearMonth.of(year, month), PeriodLength.QUARTER);
        }
        return new Period(YearMonth.of(year, 1), PeriodLength.YEAR);
    }

    /** The first day, inclusive. */
    public LocalDate start() {
        return first.atDay(1);
    }

    /** The first day after it, exclusive. */
    public LocalDate end() {
        return first.plusMonths(length.months()).atDay(1);
    }

    /** The last month of the period: the month whose ledger postings stand beside the closing MRR. */
    public YearMonth lastMonth() {
        return first.plusMonths(length.months() - 1L);
    }

    /** The instant from which a posting belongs to the next period. */
    public Instant cutoff(ZoneId zone) {
        return end().atStartOfDay(zone).toInstant();
    }

    public Period next() {
        return new Period(first.plusMonths(length.months()), length);
    }

    public Period previous() {
        return new Period(first.minusMonths(length.months()), length);
    }

    @Override
    public int compareTo(Period other) {
        int byStart = first.compareTo(other.first);
        return byStart != 0 ? byStart : length.compareTo(other.length);
    }

    @Override
    public String toString() {
        return switch (length) {
            case MONTH -> first.toString();
            case QUARTER -> first.getYear() + "-Q" + ((first.getMonthValue() + 2) / 3);
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    /** The text is no period, or the month does not begin one of that length. */
    public static final class MalformedPeriod extends Refusal {
        MalformedPeriod(String message) {
            super(Kind.INVALID, "malformed-period", message);
        }
    }
}
