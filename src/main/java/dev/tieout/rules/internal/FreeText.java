package dev.tieout.rules.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/** The few places where a person writes what they like. It is kept and shown, never compiled. */
final class FreeText {

    private static final int LONGEST = 300;

    /** A spreadsheet program would run a cell that begins so. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@].*", Pattern.DOTALL);

    private FreeText() {}

    /** Why this text is not taken, if so. */
    static Optional<String> objectionTo(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("at most " + LONGEST + " characters");
        }
        return FORMULA.matcher(text).matches() || text.chars().anyMatch(Character::isISOControl)
                ? Optional.of("begin with a word and keep to one line")
                : Optional.empty();
    }
}
