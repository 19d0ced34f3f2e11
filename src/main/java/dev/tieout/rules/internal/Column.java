package dev.tieout.rules.internal;

import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.ColumnGuide.Part;
import dev.tieout.rules.internal.CellType.MalformedCell;
import java.util.List;
import java.util.Optional;

/**
 * One column of a decision table. Its code is ours and never comes from a file.
 *
 * @param label how people call it; unique in its table
 * @param kind whether it asks or answers
 * @param code what the compiler puts the cell into, {@code $param} or {@code $} standing for the cell
 * @param type the grammar of its cells
 * @param phrase how a sentence says it
 */
record Column(String label, Kind kind, String code, CellType type, Phrase phrase) {

    /** A column's part in a row. */
    enum Kind {
        /** Has to hold for the row to match; an empty cell holds always. */
        CONDITION,
        /** Said of a fact that the row takes; never empty. */
        ANSWER,
        /** Said of a fact that the row takes; empty means no. */
        MARK
    }

    /** What a person is told of it. */
    ColumnGuide guide() {
        var words = type instanceof WordCells closed
                ? closed.words()
                : type instanceof YesNoCells ? List.of("yes", "no") : List.<String>of();
        boolean several = type instanceof WordCells closed && closed.several();
        return new ColumnGuide(label, Part.valueOf(kind.name()), help(), type.grammar(), words, several);
    }

    private String help() {
        return switch (kind) {
            case CONDITION -> "Asks " + phrase.about(label) + "; an empty cell asks nothing.";
            case ANSWER -> "The " + label + " of what the row takes.";
            case MARK -> "Whether what the row takes is marked for " + label + "; an empty cell means no.";
        };
    }

    /** Why this may not stand in a cell, if so. */
    Optional<String> faultOf(String text) {
        if (text.isEmpty() || text.equals("-")) {
            return kind == Kind.ANSWER ? Optional.of("write " + type.grammar()) : Optional.empty();
        }
        try {
            type.parse(text);
            return Optional.empty();
        } catch (MalformedCell malformed) {
            return Optional.of(malformed.reason());
        }
    }

    boolean asks() {
        return kind == Kind.CONDITION;
    }

    static Column amount(String label, String property, Phrase phrase) {
        return new Column(label, Kind.CONDITION, property + " $param", NumberCells.amount(property), phrase);
    }

    static Column count(String label, String property, Phrase phrase) {
        return new Column(label, Kind.CONDITION, property + " $param", NumberCells.count(property), phrase);
    }

    static Column yesNo(String label, String property, Phrase phrase) {
        return new Column(label, Kind.CONDITION, property + " == Answer.$param", new YesNoCells(), phrase);
    }

    static <E extends Enum<E>> Column words(String label, String property, Class<E> type, Phrase phrase) {
        String code = "forall(||){" + property + " == " + type.getSimpleName() + ".$}";
        return new Column(label, Kind.CONDITION, code, WordCells.anyOf(type), phrase);
    }

    /** A result of one word, less those that only the machine says. */
    @SafeVarargs
    static <E extends Enum<E>> Column answer(String label, String call, Class<E> type, E... unavailable) {
        String code = "hits." + call + "(" + type.getSimpleName() + ".$param);";
        return new Column(label, Kind.ANSWER, code, WordCells.one(type, unavailable), Phrase.subject(label));
    }

    /** A result that is yes, or no when empty. */
    static Column mark(String label, String call) {
        return new Column(
                label, Kind.MARK, "hits." + call + "(Answer.$param);", new YesNoCells(), Phrase.subject(label));
    }
}
