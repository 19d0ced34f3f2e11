package dev.tieout.sources.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows in the text form that COPY reads, a buffer at a time. */
final class CopyText {

    private static final int FULL = 64 * 1024;

    private final OutputStream out;
    private final List<Field> fields;
    private final boolean texts;
    private final StringBuilder buffer = new StringBuilder(FULL + FULL / 4);

    /** @param texts whether good rows bring their text too, because they can still be refused together */
    CopyText(OutputStream out, List<Field> fields, boolean texts) {
        this.out = out;
        this.texts = texts;
        this.fields = List.copyOf(fields);
    }

    /** One line for a good row; one for each problem of a bad one, of which only the first carries the row's values. */
    void write(StagedRow row) throws IOException {
        if (row.problems().isEmpty()) {
            line(row, 0, null);
        }
        int number = 0;
        for (var problem : row.problems()) {
            line(row, ++number, problem);
        }
    }

    void flush() throws IOException {
        out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        buffer.setLength(0);
    }

    private void line(StagedRow row, int number, @Nullable Problem problem) throws IOException {
        buffer.append(row.line()).append('\t').append(number);
        cell(problem == null ? null : problem.column());
        cell(problem == null ? null : cut(problem.value(), Staging.LONGEST_VALUE));
        cell(problem == null ? null : problem.reason());
        cell(problem == null && !texts ? null : cut(row.text(), Staging.LONGEST_ROW));
        for (var field : fields) {
            cell(number > 1 ? null : row.value(field));
        }
        buffer.append('\n');
        if (buffer.length() >= FULL) {
            flush();
        }
    }

    private void cell(@Nullable String value) {
        buffer.append('\t');
        if (value == null) {
            buffer.append("\\N");
            return;
        }
        int plain = plain(value);
        buffer.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\t' -> buffer.append("\\t");
                // The database has no character 0.
                case '\0' -> buffer.append('\uFFFD');
                default -> buffer.append(c);
            }
        }
    }

    /** How many characters at the beginning stand for themselves; in nearly every cell all of them. */
    private static int plain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c < ' ') {
                return i;
            }
        }
        return value.length();
    }

    /** Never splits a surrogate pair: the database takes whole characters only. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
