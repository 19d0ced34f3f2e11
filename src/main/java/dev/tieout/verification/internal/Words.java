package dev.tieout.verification.internal;

import java.util.Locale;

/** Numbers as people read them. */
final class Words {

    private Words() {}

    /** {@code 1,204 rows}; the plural is the word with an s. */
    static String count(long number, String word) {
        return number(number) + " " + word + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String bytes(long bytes) {
        return count(bytes, "byte");
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
