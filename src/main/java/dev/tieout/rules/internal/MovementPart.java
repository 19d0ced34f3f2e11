package dev.tieout.rules.internal;

import java.util.List;

/** The parts of a movement that hang together, by number; every other part is free of the rest. */
final class MovementPart {

    static final int GRAIN = 0;
    static final int OPENING = 1;
    static final int CLOSING = 2;
    static final int CHANGE = 3;
    static final int STATUS = 4;
    static final int EVER_ACTIVE = 5;
    static final int WITHIN_WINDOW = 6;
    static final int WAS_ACTIVE = 7;
    static final int STAYS = 8;
    static final int PRODUCTS_ADDED = 9;
    static final int PRODUCTS_LOST = 10;
    static final int LINES_ADDED = 11;
    static final int LINES_LOST = 12;

    /** What the columns are called that ask for them, in the same order. */
    static final List<String> LABELS = List.of(
            "grain",
            "opening",
            "closing",
            "change",
            "status",
            "ever active",
            "within window",
            "account was active",
            "account stays",
            "products added",
            "products lost",
            "lines added",
            "lines lost");

    private static final Ranges YES_OR_NO = Ranges.of(0, 1);
    private static final Ranges SIGNED = Ranges.of(-CellValues.MOST / 10, CellValues.MOST / 10);
    private static final Ranges NOT_NEGATIVE = Ranges.of(0, CellValues.MOST / 10);

    private MovementPart() {}

    /** What a part may be that the table has no column for. */
    static Ranges free(int part) {
        return switch (part) {
            case GRAIN, EVER_ACTIVE, WITHIN_WINDOW, WAS_ACTIVE, STAYS -> YES_OR_NO;
            case CHANGE -> SIGNED;
            default -> NOT_NEGATIVE;
        };
    }
}
