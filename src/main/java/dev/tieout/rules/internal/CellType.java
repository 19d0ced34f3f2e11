package dev.tieout.rules.internal;

/** The grammar of one column's cells. */
sealed interface CellType permits NumberCells, YesNoCells, WordCells {

    /** Reads a trimmed, non-empty cell. */
    Cell parse(String text) throws MalformedCell;

    /** What may stand here, in words, for messages and column help. */
    String grammar();

    /** The cell does not follow the grammar; the message says why. */
    final class MalformedCell extends Exception {
        MalformedCell(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
