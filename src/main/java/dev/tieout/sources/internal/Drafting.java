package dev.tieout.sources.internal;

import dev.tieout.sources.ImportProfiles.Draft;
import dev.tieout.sources.ImportProfiles.DraftColumn;
import dev.tieout.sources.ImportProfiles.Meaning;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.internal.Profile.Column;
import dev.tieout.sources.internal.Profile.OtherColumns;
import dev.tieout.sources.internal.reading.FileForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a profile of a draft: strict about its columns, so that a later change of the export is noticed. */
final class Drafting {

    private static final Set<Meaning> NEVER_BLANK = Set.of(
            Meaning.ACCOUNT,
            Meaning.AMOUNT,
            Meaning.CURRENCY,
            Meaning.STATUS,
            Meaning.PERIOD,
            Meaning.POSTED,
            Meaning.OPENING_RATE,
            Meaning.CLOSING_RATE);

    private Drafting() {}

    static Profile profile(Draft draft) {
        boolean comma = ",".equals(draft.decimal());
        return new Profile(
                draft.name(),
                null,
                Set.of(draft.kind()),
                null,
                draft.kind() == SourceKind.ACCOUNTS ? OtherColumns.ATTRIBUTES : OtherColumns.REFUSE,
                FileForm.UNKNOWN,
                draft.preamble(),
                new NumberMarks(
                        comma ? "," : ".",
                        comma ? ".'\u00A0\u202F " : ",'\u00A0\u202F ",
                        true,
                        true,
                        draft.minorUnits()),
                dates(draft.dateFormat()),
                columns(draft),
                null,
                null,
                List.of(),
                List.of(),
                entry(draft),
                Set.of(),
                draft.plans(),
                false,
                null,
                false,
                false);
    }

    private static List<Column> columns(Draft draft) {
        var columns = new ArrayList<Column>();
        for (var column : draft.columns()) {
            if (column.meaning() != Meaning.ATTRIBUTE) {
                columns.add(column(column, draft.kind()));
            }
        }
        boolean hasCurrency = has(draft, Meaning.CURRENCY);
        if (!hasCurrency && draft.kind() != SourceKind.ACCOUNTS) {
            columns.add(new Column(
                    "Currency",
                    List.of(),
                    Field.CURRENCY,
                    CellRule.CURRENCY,
                    false,
                    false,
                    Profile.REPORTING_CURRENCY,
                    Map.of()));
        }
        return columns;
    }

    private static DateForms dates(@Nullable String format) {
        return format == null ? DateForms.ISO : new DateForms(List.of(format), null);
    }

    /** All of its meaningful columns together name a posting that has no id of its own. */
    private static List<String> entry(Draft draft) {
        return draft.kind() != SourceKind.LEDGER || has(draft, Meaning.REFERENCE)
                ? List.of()
                : draft.columns().stream()
                        .filter(column -> column.meaning() != Meaning.UNUSED)
                        .map(DraftColumn::header)
                        .toList();
    }

    private static boolean has(Draft draft, Meaning meaning) {
        return draft.columns().stream().anyMatch(column -> column.meaning() == meaning);
    }

    private static Column column(DraftColumn of, SourceKind kind) {
        var field = field(of.meaning(), kind);
        boolean blank = !NEVER_BLANK.contains(of.meaning());
        var otherwise = field == Field.SUBSCRIPTION || field == Field.PRODUCT ? "" : null;
        return new Column(
                of.header(),
                List.of(),
                field,
                rule(of.meaning(), kind),
                true,
                field != null && blank,
                otherwise,
                Map.of());
    }

    private static @Nullable Field field(Meaning meaning, SourceKind kind) {
        return switch (meaning) {
            case UNUSED, ATTRIBUTE -> null;
            case POSTED -> kind == SourceKind.LEDGER ? Field.POSTED_ON : Field.POSTED_AT;
            case INTERVAL -> Field.INTERVAL_UNIT;
            default -> Field.valueOf(meaning.name());
        };
    }

    private static @Nullable CellRule rule(Meaning meaning, SourceKind kind) {
        return switch (meaning) {
            case UNUSED, ATTRIBUTE -> null;
            case PERIOD -> CellRule.MONTH;
            case AMOUNT -> kind == SourceKind.LEDGER ? CellRule.SIGNED_AMOUNT : CellRule.AMOUNT;
            case CREDIT, DEBIT -> CellRule.SIGNED_AMOUNT;
            case QUANTITY, DISCOUNT -> CellRule.AMOUNT;
            case CURRENCY -> CellRule.CURRENCY;
            case STATUS -> CellRule.STATUS;
            case POSTED -> kind == SourceKind.LEDGER ? CellRule.POSTING : CellRule.INSTANT;
            case STARTED_ON, FIRST_ACTIVE_ON, CHURNED_ON -> CellRule.DATE;
            case OPENING_RATE, CLOSING_RATE -> CellRule.RATE;
            default -> CellRule.ID;
        };
    }
}
