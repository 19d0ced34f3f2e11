package dev.tieout.sources.internal;

import dev.tieout.sources.BillingSystems;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the cells of a column are read. What cannot be read is a reject with a reason, never a guess. */
enum CellRule {
    /** A name that identifies something: 1 to 200 characters, none of them a control character; an account is not called {@code *}. */
    ID {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            if (cell.length() > LONGEST_ID) {
                return "longer than " + LONGEST_ID + " characters";
            }
            for (int i = 0; i < cell.length(); i++) {
                if (Character.isISOControl(cell.charAt(i))) {
                    return "holds a control character";
                }
                if (cell.charAt(i) == '\uFFFD') {
                    return "holds a character that the file's encoding does not have";
                }
            }
            if (field == Field.ACCOUNT && cell.equals(ALL_ACCOUNTS)) {
                return "stands for all accounts together";
            }
            row.set(field, cell);
            return null;
        }
    },
    /** The close's period. */
    PERIOD {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            var names = reading.periodNames();
            return names.contains(cell) ? null : "another period than " + String.join(" or ", names);
        }
    },
    /** The close's period or a later one. */
    LATER_PERIOD {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            var own = reading.context().period();
            try {
                var from = Period.parse(cell);
                if (from.length() != own.length() || from.compareTo(own) < 0) {
                    return "neither " + own + " nor a later period";
                }
                row.set(field, from.toString());
                row.set(Field.STARTED_ON, from.start().toString());
                return null;
            } catch (Period.MalformedPeriod notOne) {
                return "not a period like " + own;
            }
        }
    },
    /** The month that the row tells of; a row of another month is left out. */
    MONTH {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            try {
                if (!DateReader.month(cell).equals(reading.month())) {
                    row.leaveOut("of another month");
                }
                return null;
            } catch (DateTimeException e) {
                return NO_MONTH;
            }
        }
    },
    /** An amount of zero or more, at most four decimals, below 10^15. */
    AMOUNT {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            var problem = SIGNED_AMOUNT.read(cell, field, row, reading);
            var read = row.value(field);
            return problem == null && read != null && Decimal.of(read).negative()
                    ? "negative; this amount is zero or more"
                    : problem;
        }
    },
    /** An amount, at most four decimals, between -10^15 and 10^15. */
    SIGNED_AMOUNT {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            var text = reading.profile().numbers().plain(cell);
            var number = text == null ? Decimal.NONE : Decimal.of(text);
            if (!number.isNumber()) {
                return "not a number like 1234.50";
            }
            if (number.whole() > LARGEST_AMOUNT) {
                return "as large as 10^15 or larger";
            }
            // Kept also when it is refused: the reject's amount counts in the control totals.
            row.set(field, text);
            return number.decimals() > AMOUNT_DECIMALS ? "more than four decimals" : null;
        }
    },
    /** An exchange rate above zero, at most ten decimals. */
    RATE {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            var text = reading.profile().numbers().plain(cell);
            var rate = text == null ? Decimal.NONE : Decimal.of(text);
            if (!rate.isNumber()) {
                return "not a number like 1.0834";
            }
            boolean zero = rate.whole() + rate.decimals() == 0;
            if (zero || rate.negative() || rate.whole() > LARGEST_RATE || rate.decimals() > RATE_DECIMALS) {
                return "not a rate above 0 and below 10^9 with at most ten decimals";
            }
            row.set(field, text);
            return null;
        }
    },
    /** An ISO 4217 code, in either case. */
    CURRENCY {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            var code = cell.toUpperCase(Locale.ROOT);
            if (!CODES.contains(code)) {
                return "no ISO 4217 currency code";
            }
            row.set(field, code);
            return null;
        }
    },
    /** A word that the status crosswalk of the close's version translates. */
    STATUS {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            AccountStatus status = reading.context().statuses().get(cell.toLowerCase(Locale.ROOT));
            if (status == null) {
                return UNKNOWN_STATUS;
            }
            row.set(field, status.name());
            return null;
        }
    },
    /** A day: 2026-10-31. */
    DATE {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            try {
                row.set(field, reading.dates().day(cell).toString());
                return null;
            } catch (DateTimeException e) {
                return reading.noDay();
            }
        }
    },
    /** A moment: with an offset, or a date and time or a date alone in the file's or else the organisation's zone. */
    INSTANT {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            try {
                row.set(field, reading.dates().moment(cell).toString());
                return null;
            } catch (DateTimeException e) {
                return reading.noMoment();
            }
        }
    },
    /** When something was posted to the ledger; decides the period that it belongs to. */
    POSTING {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            var context = reading.context();
            Instant posted;
            try {
                posted = reading.dates().moment(cell);
            } catch (DateTimeException e) {
                return reading.noMoment();
            }
            LocalDate on = LocalDate.ofInstant(posted, context.zone());
            if (on.isBefore(context.period().start())) {
                return "posted before " + context.period() + " begins";
            }
            row.set(Field.POSTED_ON, on.toString());
            if (cell.length() > DATE_LENGTH) {
                row.set(Field.POSTED_AT, posted.toString());
            }
            row.set(Field.BELONGS_TO, context.periodOf(posted, on).toString());
            return null;
        }
    },
    /** The month of a posting, which counts as its last day; a row of a month before the close's is left out. */
    POSTING_MONTH {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            try {
                var day = DateReader.month(cell).atEndOfMonth();
                if (day.isBefore(reading.context().period().start())) {
                    row.leaveOut("of an earlier month");
                    return null;
                }
                return POSTING.read(day.toString(), field, row, reading.withIsoDates());
            } catch (DateTimeException e) {
                return NO_MONTH;
            }
        }
    },
    /** The number of a line. */
    LINE {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            if (cell.length() > LONGEST_LINE || !cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return "not the number of a line";
            }
            row.set(field, cell);
            return null;
        }
    },
    /** Yes or no. */
    FLAG {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, Reading reading) {
            var word = cell.toLowerCase(Locale.ROOT);
            if (!YES.contains(word) && !NO.contains(word)) {
                return "neither true nor false";
            }
            row.set(field, Boolean.toString(YES.contains(word)));
            return null;
        }
    };

    /** The reason of a reject whose status word the crosswalk lacks. */
    static final String UNKNOWN_STATUS = BillingSystems.UNKNOWN_STATUS;

    private static final int LONGEST_ID = 200;
    /** The account of a variance that is nobody's own. */
    private static final String ALL_ACCOUNTS = "*";

    private static final int LARGEST_AMOUNT = 15;
    private static final int AMOUNT_DECIMALS = 4;
    private static final int LONGEST_LINE = 12;
    private static final int DATE_LENGTH = 10;
    private static final int LARGEST_RATE = 9;
    private static final int RATE_DECIMALS = 10;
    private static final String NO_MONTH = "not a month like 2026-10";
    private static final Set<String> YES = Set.of("true", "t", "yes", "1");
    private static final Set<String> NO = Set.of("false", "f", "no", "0");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Reads a cell that is not blank into the row.
     *
     * @return what is wrong with it, to follow the value in a sentence; null when nothing is
     */
    abstract @Nullable String read(String cell, Field field, StagedRow row, Reading reading);
}
