package dev.tieout.rules.internal;

import dev.tieout.rules.internal.Cell.Any;
import dev.tieout.rules.internal.Cell.Between;
import dev.tieout.rules.internal.Cell.Comparison;
import dev.tieout.rules.internal.Cell.OneOf;
import dev.tieout.rules.internal.Cell.Operator;
import dev.tieout.rules.internal.Cell.YesNo;
import java.util.List;
import java.util.Locale;

/**
 * How a condition reads in a sentence.
 *
 * @param subject for numbers and words that have no phrase of their own: “the closing amount”
 * @param positive yes, or above 0
 * @param negative no, or exactly 0
 * @param below below 0, for signs
 */
record Phrase(String subject, String positive, String negative, String below) {

    /** For words and plain numbers. */
    static Phrase subject(String subject) {
        return new Phrase(subject, "", "", "");
    }

    /** For yes and no. */
    static Phrase either(String yes, String no) {
        return new Phrase("", yes, no, "");
    }

    /** For numbers of which mostly the sign is asked. */
    static Phrase sign(String subject, String above, String zero, String below) {
        return new Phrase(subject, above, zero, below);
    }

    /** What a column with this phrase asks, for its help: “whether it was active before or it was never active before”. */
    String about(String label) {
        if (!subject.isEmpty()) {
            return "for " + subject;
        }
        return positive.isEmpty() ? "for " + label : "whether " + positive + " (yes) or " + negative + " (no)";
    }

    /** The condition in words; empty when the cell says nothing. */
    String say(Cell cell) {
        return switch (cell) {
            case Any _ -> "";
            case YesNo answer -> answer.yes() ? positive : negative;
            case OneOf words -> subject + " is " + either(words.words());
            case Comparison comparison -> say(comparison);
            case Between between -> subject + " is " + compared(between.from()) + " and " + compared(between.to());
        };
    }

    private String say(Comparison comparison) {
        String own = comparison.units() != 0
                ? ""
                : switch (comparison.operator()) {
                    case ABOVE -> positive;
                    case EQUAL -> negative;
                    case BELOW -> below;
                    case DIFFERENT, AT_LEAST, AT_MOST -> "";
                };
        return own.isEmpty() ? subject + " is " + compared(comparison) : own;
    }

    private static String compared(Comparison comparison) {
        return words(comparison.operator()) + comparison.number().toPlainString();
    }

    private static String words(Operator operator) {
        return switch (operator) {
            case EQUAL -> "";
            case DIFFERENT -> "not ";
            case ABOVE -> "above ";
            case AT_LEAST -> "at least ";
            case BELOW -> "below ";
            case AT_MOST -> "at most ";
        };
    }

    private static String either(List<String> words) {
        List<String> plain = words.stream().map(Phrase::plain).toList();
        int last = plain.size() - 1;
        return last == 0 ? plain.getFirst() : String.join(", ", plain.subList(0, last)) + " or " + plain.get(last);
    }

    /** {@code RENEWAL_PENDING} as “renewal pending”. */
    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
