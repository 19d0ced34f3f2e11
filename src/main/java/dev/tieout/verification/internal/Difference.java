package dev.tieout.verification.internal;

/** The first thing about a pack that is not as it should be: it stops the verification, and its message tells a person what and where. */
final class Difference extends RuntimeException {

    private static final int SHOWN = 300;

    private Difference(String sentence) {
        super(sentence, null, false, false);
    }

    /** The pack cannot be read, or contradicts itself. */
    static Difference damage(String sentence) {
        return new Difference(sentence);
    }

    /**
     * A value is another than the one worked out.
     *
     * @param key which row, in words; empty for a file without rows
     * @param expected what follows from the rest of the pack
     * @param found what the file says
     */
    static Difference of(String file, String key, String column, Object expected, Object found) {
        return new Difference(file + (key.isEmpty() ? "" : ", " + key) + ", " + column + ": expected " + shown(expected)
                + ", found " + shown(found) + ".");
    }

    /** The sentence; never null. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    /** Quoted, without control characters that would play with a terminal, and not endless. */
    static String shown(Object value) {
        var text = value.toString();
        var clean = new StringBuilder("“");
        text.codePoints()
                .limit(SHOWN)
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? '\uFFFD'
                        : point)
                .forEach(clean::appendCodePoint);
        return clean.append(text.codePointCount(0, text.length()) > SHOWN ? "…”" : "”")
                .toString();
    }
}
