package dev.tieout.sources.ui;

import dev.tieout.closing.Close;
import dev.tieout.sources.SourceKind;
import dev.tieout.web.ui.Format;

/** What each kind of file is for, and how its generic form is called. */
final class KindWords {

    private KindWords() {}

    static String tells(SourceKind kind, Close close) {
        return switch (kind) {
            case OPENING -> "What each account recurred at when " + Format.day(close.startsOn()) + " began";
            case BILLING ->
                "What each account recurs at when " + Format.day(close.endsOn().minusDays(1)) + " ends";
            case LEDGER -> "Postings to tie out against";
            case RETAINED -> "Ending amounts as another system reports them; without it, Tieout's own stand in";
            case ACCOUNTS -> "Names, start dates, segment, CSM and other attributes";
            case RATES -> "Needed when amounts come in other currencies";
            case MIGRATION -> "Accounts and lines that moved to another billing system: old ids and new ones";
        };
    }

    /** Whether a close hardly goes on without it. */
    static boolean needed(SourceKind kind) {
        return switch (kind) {
            case OPENING, BILLING, LEDGER -> true;
            case RETAINED, ACCOUNTS, RATES, MIGRATION -> false;
        };
    }

    static String profile(SourceKind kind) {
        return switch (kind) {
            case OPENING, BILLING -> "generic-snapshot";
            case LEDGER -> "generic-ledger";
            case RETAINED -> "generic-retained";
            case ACCOUNTS -> "generic-accounts";
            case RATES -> "generic-rates";
            case MIGRATION -> "generic-migration";
        };
    }
}
