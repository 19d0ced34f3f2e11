package dev.tieout.sources.internal.reading;

import java.util.HashMap;
import java.util.List;

/** Finds out what separates the cells of a text: whatever most of its first lines have equally often, outside quotes. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 50;
    private static final String DECLARATION = "sep=";

    private Delimiters() {}

    /** Whether the first line only says what the delimiter is, as some spreadsheets write it. */
    static boolean isDeclared(String head) {
        return head.regionMatches(true, 0, DECLARATION, 0, DECLARATION.length())
                && head.length() > DECLARATION.length() + 1
                && "\r\n".indexOf(head.charAt(DECLARATION.length() + 1)) >= 0
                && "\"\r\n".indexOf(head.charAt(DECLARATION.length())) < 0;
    }

    static char of(String head) {
        if (isDeclared(head)) {
            return head.charAt(DECLARATION.length());
        }
        var lines = unquoted(head)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
        char best = ',';
        long most = 0;
        for (char candidate : CANDIDATES) {
            long score = score(lines, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** The largest number of lines that agree, times what they agree on. */
    private static long score(List<String> lines, char candidate) {
        var agreeing = new HashMap<Long, Integer>();
        for (var line : lines) {
            agreeing.merge(line.chars().filter(c -> c == candidate).count(), 1, Integer::sum);
        }
        return agreeing.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * entry.getValue())
                .max()
                .orElse(0);
    }

    private static String unquoted(String head) {
        var text = new StringBuilder(head.length());
        boolean quoted = false;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
