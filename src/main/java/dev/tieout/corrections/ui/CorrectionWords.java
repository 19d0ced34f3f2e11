package dev.tieout.corrections.ui;

import dev.tieout.corrections.Change;
import dev.tieout.corrections.Changes;
import dev.tieout.corrections.Correction;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What screens say of corrections. */
final class CorrectionWords {

    private static final Map<String, String> KINDS = Map.of(
            "billed-line", "Billed line",
            "opening-line", "Opening line",
            "override", "Class and reason",
            "exclude", "Exclude account",
            "include", "Include account",
            "ledger-posting", "Ledger posting");

    private CorrectionWords() {}

    static Tag tag(Correction.State state) {
        return new Tag(
                Words.of(state),
                switch (state) {
                    case PREVIEWING -> Tone.NEUTRAL;
                    case AWAITING_APPROVAL, APPROVED -> Tone.ATTENTION;
                    case APPLIED -> Tone.GOOD;
                    case REJECTED, REFUSED -> Tone.BAD;
                });
    }

    static String kind(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    /** What the change is about, beside its account. */
    static String about(Change change) {
        return switch (change) {
            case Change.BilledLine(var account, var line) -> line(line);
            case Change.OpeningLine(var account, var line) -> line(line);
            case Change.Reclassification(var account, var line, var to, var reason) -> line;
            case Change.LedgerPosting posting -> "Entry " + posting.entryId();
            case Change.Exclude exclude -> "";
            case Change.Include include -> "";
        };
    }

    private static String line(Change.Line line) {
        return line.subscription() + "/" + line.product();
    }

    /** What stands before the change. */
    static String before(Change change, Map<String, Object> before) {
        return switch (change) {
            case Change.Exclude exclude -> before.isEmpty() ? "Counted" : excluded(before);
            case Change.Include include -> before.isEmpty() ? "Counted" : excluded(before);
            case Change.LedgerPosting posting -> "Not in the ledger";
            case Change.BilledLine billed -> before.isEmpty() ? "Not billed" : line(before);
            case Change.OpeningLine opening -> before.isEmpty() ? "Not in the cohort" : line(before);
            case Change.Reclassification to -> before.isEmpty() ? "No movement" : verdict(before);
        };
    }

    /** What the note says instead. */
    static String after(Change change) {
        var written = Changes.write(change);
        return switch (change) {
            case Change.Exclude(var account, var reason) -> "Excluded: " + reason;
            case Change.Include(var account, var reason) -> "Counted: " + reason;
            case Change.LedgerPosting posting ->
                posting.amount().toPlainString() + " " + posting.currency() + " on " + posting.postedOn()
                        + (posting.glAccount() == null ? "" : ", GL " + posting.glAccount());
            case Change.BilledLine billed -> line(written);
            case Change.OpeningLine opening -> line(written);
            case Change.Reclassification to -> verdict(written);
        };
    }

    private static String excluded(Map<String, Object> before) {
        return "Excluded: " + before.get("reason");
    }

    private static String verdict(Map<String, Object> written) {
        return word(written.get("class")) + ", " + word(written.get("reason")).toLowerCase(Locale.ENGLISH);
    }

    private static String line(Map<String, Object> written) {
        var parts = new ArrayList<String>();
        parts.add(trimmed(written.get("mrr")) + " " + written.get("currency"));
        parts.add(word(written.get("status")).toLowerCase(Locale.ENGLISH));
        if (written.get("quantity") != null) {
            parts.add("quantity " + trimmed(written.get("quantity")));
        }
        if (written.get("discount") != null) {
            parts.add("discount " + trimmed(written.get("discount")));
        }
        return String.join(", ", parts);
    }

    /** Two decimals at least, and no zeros behind them. */
    private static String trimmed(@Nullable Object amount) {
        return String.valueOf(amount).replaceFirst("(\\.\\d{2}\\d*?)0+$", "$1");
    }

    private static String word(@Nullable Object constant) {
        return Words.label(String.valueOf(constant));
    }
}
