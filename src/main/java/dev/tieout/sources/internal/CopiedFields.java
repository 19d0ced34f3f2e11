package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.util.List;
import java.util.Set;

/** Which of the staged fields the rows of a file can have. A column that stays empty a million times is not copied for nothing. */
final class CopiedFields {

    /** What only files of accounts, of rates and of moves tell. */
    private static final Set<Field> OF_OTHERS = Set.of(
            Field.NAME,
            Field.PARENT,
            Field.STARTED_ON,
            Field.FIRST_ACTIVE_ON,
            Field.CHURNED_ON,
            Field.ATTRIBUTES,
            Field.OPENING_RATE,
            Field.CLOSING_RATE);

    private CopiedFields() {}

    /** In the order of the staging table. */
    static List<Field> of(List<Field> staged, Reading reading) {
        boolean others = reading.context().kind() == SourceKind.ACCOUNTS
                || reading.context().kind() == SourceKind.RATES
                || reading.context().kind() == SourceKind.MIGRATION;
        boolean corrections = reading.corrections();
        return staged.stream()
                .filter(field -> others || !OF_OTHERS.contains(field))
                .filter(field -> corrections || field != Field.CORRECTS)
                .toList();
    }
}
