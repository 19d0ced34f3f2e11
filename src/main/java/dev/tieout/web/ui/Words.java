package dev.tieout.web.ui;

import dev.tieout.terms.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Constants in a person's words. Everything a screen says about a state, class, reason or kind passes here. */
public final class Words {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    /** Constants whose words are not their own name in lower case. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("FX", "Exchange rates"),
            Map.entry("CROSS_SELL", "Cross-sell"),
            Map.entry("NON_PAYMENT", "Non-payment"),
            Map.entry("SIGN_OFF", "Sign off publication"),
            Map.entry("PROVIDE_SOURCES", "Provide sources"),
            Map.entry("RESOLVE_IMPORT", "Resolve import exceptions"),
            Map.entry("RESOLVE_UNCLASSIFIED", "Resolve unclassified movements"),
            Map.entry("RESOLVE_BREACH", "Resolve contradicting numbers"),
            Map.entry("APPROVE_BACK_POSTING", "Approve back-posting"),
            Map.entry("PROPOSED", "Awaiting approval"),
            Map.entry("RETAINED", "Retained balances"),
            Map.entry("OPENING", "Opening snapshot"),
            Map.entry("BILLING", "Billing snapshot"),
            Map.entry("LEDGER", "Ledger postings"),
            Map.entry("RATES", "Exchange rates"),
            Map.entry("MIGRATION", "Moves between billing systems"),
            Map.entry("ABSENT", "Absent from the snapshot"));

    private Words() {}

    /** {@code AWAITING_SOURCES} as “Awaiting sources”. */
    public static String of(Enum<?> constant) {
        return OTHERWISE.getOrDefault(constant.name(), sentenceCase(constant.name()));
    }

    /** {@code CHURN} as “churn”, for the middle of a sentence. */
    public static String within(Enum<?> constant) {
        return of(constant).toLowerCase(Locale.ENGLISH);
    }

    /** {@code start_year} or {@code csm} as a label. */
    public static String label(String attribute) {
        return attribute.equals("csm") ? "CSM" : sentenceCase(attribute);
    }

    /** {@code start_year} as “start year” and {@code csm} as “CSM”, for the middle of a sentence. */
    public static String labelWithin(String attribute) {
        return attribute.equals("csm") ? "CSM" : label(attribute).toLowerCase(Locale.ENGLISH);
    }

    /** {@code 2026-10} as “October 2026”, {@code 2026-Q4} as “Q4 2026”. */
    public static String of(Period period) {
        return switch (period.length()) {
            case MONTH -> MONTH.format(period.first());
            case QUARTER ->
                period.toString().substring(5) + " " + period.first().getYear();
            case YEAR -> period.toString();
        };
    }

    /** “1 account”, “2 accounts”. */
    public static String counted(long number, String one, String many) {
        return Format.count(number) + " " + (number == 1 ? one : many);
    }

    private static String sentenceCase(String name) {
        var spaced = name.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ENGLISH);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
