package dev.tieout.terms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Counts, amounts and lists inside sentences that a module says about its own facts. */
public final class Said {

    private static final int NAMED = 5;

    private Said() {}

    /** “1 row”, “2,000 rows”. */
    public static String counted(long number, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : many);
    }

    /** “1,234.50 USD”. */
    public static String money(BigDecimal amount, String currency) {
        var shown = new BigDecimal(new Money(amount, currency).text());
        return String.format(Locale.ENGLISH, "%,." + Money.decimals(currency) + "f %s", shown, currency);
    }

    /** The first few of them, and that there are more. */
    public static String listed(List<String> names, long total) {
        var shown = String.join(", ", names.stream().limit(NAMED).toList());
        long more = total - Math.min(NAMED, names.size());
        return more > 0 ? shown + " and " + counted(more, "other", "others") : shown;
    }

    /** The same without its full stop, to go on in a sentence. */
    public static String clause(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
