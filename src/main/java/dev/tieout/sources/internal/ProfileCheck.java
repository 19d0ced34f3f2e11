package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a profile can work at all: it has a name, no column twice, and fills what files of its kinds have to say. */
final class ProfileCheck {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int MOST_PREAMBLE = 50;

    private static final Map<SourceKind, Set<Field>> NEEDED = new EnumMap<>(Map.of(
            SourceKind.OPENING, Set.of(Field.ACCOUNT, Field.CURRENCY),
            SourceKind.BILLING, Set.of(Field.ACCOUNT, Field.CURRENCY),
            SourceKind.LEDGER, Set.of(Field.ACCOUNT, Field.POSTED_ON, Field.CURRENCY),
            SourceKind.RETAINED, Set.of(Field.ACCOUNT, Field.AMOUNT, Field.CURRENCY),
            SourceKind.ACCOUNTS, Set.of(Field.ACCOUNT),
            SourceKind.RATES, Set.of(Field.CURRENCY, Field.OPENING_RATE, Field.CLOSING_RATE),
            SourceKind.MIGRATION, Set.of(Field.ACCOUNT, Field.NEW_ACCOUNT)));

    private ProfileCheck() {}

    static void check(Profile profile) {
        must(
                profile.name() != null && NAME.matcher(profile.name()).matches(),
                "its name is 1 to 60 small letters, digits and hyphens");
        must(!profile.kinds().isEmpty(), "it says for which kinds of files it is");
        must(profile.preamble() >= 0 && profile.preamble() <= MOST_PREAMBLE, "its preamble is at most 50 lines");
        var names = new HashSet<String>();
        var fields = new HashSet<Field>();
        for (var column : profile.columns()) {
            must(
                    column.header() != null
                            && names.add(Mapping.names(java.util.List.of(column.header()))
                                    .getFirst()),
                    "it has every column once, with its header");
            must(
                    (column.field() == null) == (column.rule() == null),
                    "a column with a field has a rule and the other way round");
            if (column.field() != null) {
                must(fields.add(column.field()), "no two columns fill " + column.field());
            }
        }
        if (profile.heading() != null) {
            fields.add(profile.heading().field());
        }
        profile.kinds().forEach(kind -> checkKind(profile, kind, fields));
        profile.plans()
                .forEach((plan, interval) ->
                        must(Interval.parse(interval) != null, "“" + interval + "” is an interval like 1 month"));
    }

    private static void checkKind(Profile profile, SourceKind kind, Set<Field> fields) {
        for (var needed : NEEDED.getOrDefault(kind, Set.of())) {
            must(fields.contains(needed), kind + " files fill " + needed);
        }
        if (profile.events()) {
            checkEvents(profile, kind, fields);
            return;
        }
        boolean amount = fields.contains(Field.AMOUNT) || fields.contains(Field.CREDIT) || profile.months() != null;
        boolean needsAmount = kind != SourceKind.ACCOUNTS && kind != SourceKind.RATES && kind != SourceKind.MIGRATION;
        must(amount || !needsAmount, kind + " files fill AMOUNT, or CREDIT and DEBIT, or have a column for each month");
        must(
                kind != SourceKind.LEDGER
                        || fields.contains(Field.REFERENCE)
                        || !profile.entry().isEmpty(),
                "ledger files have an id for each entry, or name columns that make one");
    }

    private static void checkEvents(Profile profile, SourceKind kind, Set<Field> fields) {
        must(kind == SourceKind.BILLING || kind == SourceKind.OPENING, "changes of lines are BILLING or OPENING");
        must(
                fields.contains(Field.REFERENCE) || !profile.entry().isEmpty(),
                "events have an id, or columns are named that make one");
        must(
                fields.contains(Field.POSTED_AT) || fields.contains(Field.EFFECTIVE_AT),
                "events fill POSTED_AT or EFFECTIVE_AT");
        boolean change = fields.contains(Field.CHANGE);
        must(fields.contains(Field.AFTER) || change, "events fill AFTER or CHANGE");
        must(change || kind == SourceKind.BILLING, "events that make an opening fill CHANGE");
        must(
                !change || !(fields.contains(Field.PLAN) || fields.contains(Field.INTERVAL_UNIT)),
                "changes are monthly amounts, for a change that is rounded by its interval no longer adds up");
    }

    private static void must(boolean holds, String sentence) {
        if (!holds) {
            throw new FileRefused(Refusal.Kind.INVALID, "invalid-profile", "A profile needs this: " + sentence + ".");
        }
    }
}
