package dev.tieout.bench.internal;

import dev.tieout.terms.Period;
import dev.tieout.terms.PeriodLength;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A company whose accounts come, go, pause and change a little every month, the same at every run. Of its accounts one in a hundred
 * cancels each month and as many come; one in 97 is paused for a month; one in twenty pays more for a month, one in 25 less. Account
 * numbers rise with time, so the accounts of a month are a range of them.
 *
 * @param accounts that pay or rest at the end of every month
 */
record Book(int accounts) {

    private static final int COME_AND_GO = 100;
    private static final int PAUSE = 97;
    private static final int MORE = 20;
    private static final int LESS = 25;
    private static final int MISPOSTED = 10_000;

    private static final String[] SEGMENTS = {"Enterprise", "Mid market", "Small business"};
    private static final int MANAGERS = 40;

    /** How many cancel each month, and how many come. */
    int turnover() {
        return Math.max(1, accounts / COME_AND_GO);
    }

    /** The first account of whom the month's files tell: one that cancels in it. Month 0 is the one before the first. */
    long first(int month) {
        return month == 0 ? 0 : (month - 1L) * turnover();
    }

    /** How many accounts the month's files tell of. */
    int told(int month) {
        return month == 0 ? accounts : accounts + turnover();
    }

    boolean cancels(long account, int month) {
        return account < (long) month * turnover();
    }

    boolean pauses(long account, int month) {
        return (account + month) % PAUSE == 0;
    }

    String status(long account, int month) {
        if (cancels(account, month)) {
            return "cancelled";
        }
        return pauses(account, month) ? "paused" : "active";
    }

    /** What the account is billed a month, in cents. */
    long billed(long account, int month) {
        long more = (account + month) % MORE == 0 ? 1_000 : 0;
        long less = (account + month) % LESS == 0 ? 500 : 0;
        return 1_000 + account * 37 % 100_000 + more - less;
    }

    /** What recurs of it. */
    long recurring(long account, int month) {
        return cancels(account, month) || pauses(account, month) ? 0 : billed(account, month);
    }

    /** What the ledger has of it: for one in ten thousand half. */
    long posted(long account, int month) {
        long recurring = recurring(account, month);
        return account % MISPOSTED == MISPOSTED / 2 ? recurring / 2 : recurring;
    }

    static String id(long account) {
        return "ACC-" + (100_000_000 + account);
    }

    static String segment(long account) {
        return SEGMENTS[(int) (account % SEGMENTS.length)];
    }

    static String manager(long account) {
        return "csm" + account % MANAGERS;
    }

    /** Spread over ten years before the first month. */
    static LocalDate started(long account) {
        return LocalDate.of(2014, 1, 1).plusDays(account % 3650);
    }

    static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** The month's period. */
    static Period period(int month) {
        return new Period(YearMonth.of(2024, 1).plusMonths(month - 1L), PeriodLength.MONTH);
    }
}
