package dev.tieout.sources.internal;

/**
 * The size of a number as it is written, without computing it: {@code -?digits(.digits)?}, no other sign, grouping or exponent. A bound on
 * the digits keeps a hostile cell cheap.
 *
 * @param whole digits before the point, leading zeros aside
 * @param decimals digits after it, trailing zeros aside
 * @param negative below zero
 */
record Decimal(int whole, int decimals, boolean negative) {

    static final Decimal NONE = new Decimal(-1, -1, false);

    private static final int MOST_DIGITS = 30;

    /** {@link #NONE} for what is no number. */
    static Decimal of(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        if (!isDigits(text, from, end) || (point >= 0 && !isDigits(text, point + 1, text.length()))) {
            return NONE;
        }
        int first = from;
        while (first < end && text.charAt(first) == '0') {
            first++;
        }
        int last = text.length();
        while (point >= 0 && last > point + 1 && text.charAt(last - 1) == '0') {
            last--;
        }
        int decimals = point < 0 ? 0 : last - point - 1;
        return new Decimal(end - first, decimals, from == 1 && (end - first) + decimals > 0);
    }

    boolean isNumber() {
        return whole >= 0;
    }

    private static boolean isDigits(String text, int from, int to) {
        if (to <= from || to - from > MOST_DIGITS) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
