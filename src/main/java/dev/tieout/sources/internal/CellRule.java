package dev.tieout.sources.internal;

import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the cells of a column are read. What cannot be read is a reject with a reason, never a guess. */
enum CellRule {
    /** A name that identifies something: 1 to 200 characters, none of them a control character; an account is not called {@code *}. */
    ID {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            if (cell.length() > LONGEST_ID) {
                return "longer than " + LONGEST_ID + " characters";
            }
            if (cell.chars().anyMatch(Character::isISOControl)) {
                return "holds a control character";
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
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            var names = context.periodNames();
            return names.contains(cell) ? null : "another period than " + String.join(" or ", names);
        }
    },
    /** An amount of zero or more, at most four decimals, below 10^15. */
    AMOUNT {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            var problem = SIGNED_AMOUNT.read(cell, field, row, context);
            return problem == null && cell.startsWith("-") && new BigDecimal(cell).signum() < 0
                    ? "negative; this amount is zero or more"
                    : problem;
        }
    },
    /** An amount, at most four decimals, between -10^15 and 10^15. */
    SIGNED_AMOUNT {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            if (!NUMBER.matcher(cell).matches()) {
                return "not a number like 1234.50";
            }
            var amount = new BigDecimal(cell);
            if (amount.abs().compareTo(Money.LIMIT) >= 0) {
                return "as large as 10^15 or larger";
            }
            // Kept also when it is refused: the reject's amount counts in the control totals.
            row.set(field, cell);
            return decimals(amount) > Money.SCALE ? "more than four decimals" : null;
        }
    },
    /** An exchange rate above zero, at most ten decimals. */
    RATE {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            if (!NUMBER.matcher(cell).matches()) {
                return "not a number like 1.0834";
            }
            var rate = new BigDecimal(cell);
            if (rate.signum() <= 0 || rate.compareTo(LARGEST_RATE) >= 0 || decimals(rate) > RATE_DECIMALS) {
                return "not a rate above 0 and below 10^9 with at most ten decimals";
            }
            row.set(field, cell);
            return null;
        }
    },
    /** An ISO 4217 code, in either case. */
    CURRENCY {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, ImportContext context) {
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
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            var status = context.statuses().get(cell.toLowerCase(Locale.ROOT));
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
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            try {
                row.set(field, Moments.day(cell).toString());
                return null;
            } catch (DateTimeException e) {
                return "not a date like 2026-10-31";
            }
        }
    },
    /** A moment: with an offset, or a date and time or a date alone in the organisation's zone. */
    INSTANT {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            try {
                row.set(field, Moments.moment(cell, context.zone()).toString());
                return null;
            } catch (DateTimeException e) {
                return NO_MOMENT;
            }
        }
    },
    /** When something was posted to the ledger; decides the period that it belongs to. */
    POSTING {
        @Override
        @Nullable
        String read(String cell, Field field, StagedRow row, ImportContext context) {
            Instant posted;
            try {
                posted = Moments.moment(cell, context.zone());
            } catch (DateTimeException e) {
                return NO_MOMENT;
            }
            LocalDate on = LocalDate.ofInstant(posted, context.zone());
            if (on.isBefore(context.period().start())) {
                return "posted before " + context.period() + " begins";
            }
            row.set(Field.POSTED_ON, on.toString());
            row.set(Field.BELONGS_TO, context.periodOf(posted, on).toString());
            return null;
        }
    };

    /** The reason of a reject whose status word the crosswalk lacks. */
    static final String UNKNOWN_STATUS = "a status that the crosswalk does not know";

    private static final int LONGEST_ID = 200;
    /** The account of a variance that is nobody's own. */
    private static final String ALL_ACCOUNTS = "*";

    private static final int RATE_DECIMALS = 10;
    private static final BigDecimal LARGEST_RATE = new BigDecimal("1000000000");
    private static final String NO_MOMENT = "not a date like 2026-10-31 or a time like 2026-10-31T12:00:00Z";
    /** No sign but a minus, no grouping, no exponent; a bound on the digits keeps a hostile cell cheap. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Reads a cell that is not blank into the row.
     *
     * @return what is wrong with it, to follow the value in a sentence; null when nothing is
     */
    abstract @Nullable String read(String cell, Field field, StagedRow row, ImportContext context);

    private static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
