package dev.tieout.sources.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often something is billed, and the only place where a price becomes a monthly amount.
 *
 * @param perYear how many of its unit a year has: 365 days, 52 weeks, 12 months, 4 quarters
 * @param length how many units lie between two bills
 */
record Interval(int perYear, int length) {

    private static final int MONTHS = 12;
    private static final int LONGEST = 1_000;
    private static final Pattern TEXT = Pattern.compile("(?:(\\d{1,4})\\s*)?([a-z-]+)");

    private static final Map<String, Interval> WORDS = Map.ofEntries(
            Map.entry("day", new Interval(365, 1)),
            Map.entry("daily", new Interval(365, 1)),
            Map.entry("week", new Interval(52, 1)),
            Map.entry("weekly", new Interval(52, 1)),
            Map.entry("month", new Interval(12, 1)),
            Map.entry("monthly", new Interval(12, 1)),
            Map.entry("quarter", new Interval(4, 1)),
            Map.entry("quarterly", new Interval(4, 1)),
            Map.entry("semi-annual", new Interval(12, 6)),
            Map.entry("year", new Interval(1, 1)),
            Map.entry("yearly", new Interval(1, 1)),
            Map.entry("annual", new Interval(1, 1)),
            Map.entry("annually", new Interval(1, 1)));

    /** Reads {@code month}, {@code quarterly}, {@code 2 weeks}; null for what is no interval. */
    static @Nullable Interval parse(String text) {
        var match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return null;
        }
        var word = match.group(2);
        var one = WORDS.getOrDefault(word, WORDS.get(word.endsWith("s") ? word.substring(0, word.length() - 1) : word));
        int count = match.group(1) == null ? 1 : Integer.parseInt(match.group(1));
        return one == null || count < 1 || count > LONGEST ? null : new Interval(one.perYear(), one.length() * count);
    }

    /** What a price for this interval is in a month: annual / 12, quarterly / 3, weekly × 52 / 12, daily × 365 / 12. Four decimals, HALF_EVEN. */
    BigDecimal monthly(BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(perYear))
                .divide(BigDecimal.valueOf((long) MONTHS * length), 4, RoundingMode.HALF_EVEN);
    }
}
