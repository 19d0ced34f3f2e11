package dev.tieout.rules;

import java.util.List;

/**
 * What a person may write into a column.
 *
 * @param part whether the cell asks something of a fact, answers, or marks the answer
 * @param help what the column means, in a sentence
 * @param grammar what may stand in a cell, in words
 * @param words the closed list that cells choose from; empty for numbers and free words
 * @param several whether a cell may hold more than one of the words
 */
public record ColumnGuide(String label, Part part, String help, String grammar, List<String> words, boolean several) {

    public ColumnGuide {
        words = List.copyOf(words);
    }

    /** A column's part in a row. */
    public enum Part {
        CONDITION,
        ANSWER,
        MARK
    }
}
