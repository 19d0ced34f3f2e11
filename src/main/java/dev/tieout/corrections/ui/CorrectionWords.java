package dev.tieout.corrections.ui;

import dev.tieout.corrections.Change;
import dev.tieout.corrections.Changes;
import dev.tieout.corrections.Correction;
import dev.tieout.terms.Money;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
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

    /**
     * What the note says instead, and of a line what it keeps.
     *
     * @param before what stands; a quantity or discount that the note leaves unsaid stays as it is there
     */
    static String after(Change change, Map<String, Object> before) {
        var written = Changes.write(change);
        return switch (change) {
            case Change.Exclude(var account, var reason) -> "Excluded: " + reason;
            case Change.Include(var account, var reason) -> "Counted: " + reason;
            case Change.LedgerPosting posting ->
                amount(posting.amount(), posting.currency()) + " " + posting.currency() + " on " + posting.postedOn()
                        + (posting.glAccount() == null ? "" : ", GL " + posting.glAccount());
            case Change.BilledLine billed -> line(kept(before, written));
            case Change.OpeningLine opening -> line(kept(before, written));
            case Change.Reclassification to -> verdict(written);
        };
    }

    private static Map<String, Object> kept(Map<String, Object> before, Map<String, Object> written) {
        var after = new HashMap<>(before);
        after.putAll(written);
        return after;
    }

    private static String excluded(Map<String, Object> before) {
        return "Excluded: " + before.get("reason");
    }

    private static String verdict(Map<String, Object> written) {
        return word(written.get("class")) + ", " + word(written.get("reason")).toLowerCase(Locale.ENGLISH);
    }

    private static String line(Map<String, Object> written) {
        var parts = new ArrayList<String>();
        var currency = String.valueOf(written.get("currency"));
        parts.add(amount(written.get("mrr"), currency) + " " + currency);
        parts.add(word(written.get("status")).toLowerCase(Locale.ENGLISH));
        if (written.get("quantity") != null) {
            parts.add("quantity " + plain(written.get("quantity")));
        }
        if (written.get("discount") != null) {
            parts.add("discount " + amount(written.get("discount"), currency));
        }
        return String.join(", ", parts);
    }

    /** Seats are counted, not paid: {@code 8.0000} is 8. */
    private static String plain(@Nullable Object quantity) {
        return new BigDecimal(String.valueOf(quantity)).stripTrailingZeros().toPlainString();
    }

    /** As amounts are read everywhere, unless it says more than its currency has decimals. */
    private static String amount(@Nullable Object written, String currency) {
        var exact = new BigDecimal(String.valueOf(written)).stripTrailingZeros();
        return exact.scale() > Money.decimals(currency) ? exact.toPlainString() : Format.amount(exact, currency);
    }

    private static String word(@Nullable Object constant) {
        return Words.label(String.valueOf(constant));
    }
}
