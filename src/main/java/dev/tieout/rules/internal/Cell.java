package dev.tieout.rules.internal;

import java.math.BigDecimal;
import java.util.List;

/**
 * What stands in one data cell, understood. {@link #text()} is how it is kept, {@link #code()} what the compiler gets: both are made
 * here from the parsed parts, so that what a person typed never reaches the compiler itself.
 */
sealed interface Cell {

    /** The one canonical way to write it. */
    String text();

    /** The same for the compiler, to be put in the place of {@code $param} or {@code $} of the column's own code. */
    String code();

    /** No condition. Written as an empty cell or {@code -}. */
    record Any() implements Cell {
        @Override
        public String text() {
            return "";
        }

        @Override
        public String code() {
            return "";
        }
    }

    /** {@code > 0}: compared with one number. */
    record Comparison(Operator operator, BigDecimal number, long units) implements Cell {
        @Override
        public String text() {
            return operator.symbol() + " " + number.toPlainString();
        }

        @Override
        public String code() {
            return operator.symbol() + " " + units;
        }
    }

    /** {@code [0..100)}: between two numbers; a square bracket includes the end, a round one does not. */
    record Between(Comparison from, Comparison to, String property) implements Cell {
        @Override
        public String text() {
            return (from.operator() == Operator.AT_LEAST ? "[" : "(")
                    + from.number().toPlainString()
                    + ".."
                    + to.number().toPlainString()
                    + (to.operator() == Operator.AT_MOST ? "]" : ")");
        }

        @Override
        public String code() {
            return from.code() + " && " + property + " " + to.code();
        }
    }

    /** {@code yes} or {@code no}. */
    record YesNo(boolean yes) implements Cell {
        @Override
        public String text() {
            return yes ? "yes" : "no";
        }

        @Override
        public String code() {
            return text();
        }
    }

    /** {@code ACTIVE, PAST_DUE}: one of some words of a closed list, in the list's order. */
    record OneOf(List<String> words) implements Cell {
        @Override
        public String text() {
            return String.join(", ", words);
        }

        @Override
        public String code() {
            return text();
        }
    }

    /** How a number is compared. */
    enum Operator {
        EQUAL("=="),
        DIFFERENT("!="),
        ABOVE(">"),
        AT_LEAST(">="),
        BELOW("<"),
        AT_MOST("<=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        static Operator of(String written) {
            return switch (written) {
                case "", "=", "==" -> EQUAL;
                case "!=", "<>", "≠" -> DIFFERENT;
                case ">" -> ABOVE;
                case ">=", "≥" -> AT_LEAST;
                case "<" -> BELOW;
                case "<=", "≤" -> AT_MOST;
                default -> throw new IllegalArgumentException(written);
            };
        }
    }
}
