package dev.tieout.movements.internal;

import dev.tieout.movements.Movement;
import dev.tieout.movements.Movements.MalformedCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of movements ended: the last account and line, as opaque text outside. */
public record Cursor(String account, String line) {

    private static final Cursor START = new Cursor("", "");

    /** The cursor after a movement. */
    public static Cursor after(Movement movement) {
        return new Cursor(movement.account(), movement.line());
    }

    static Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int divider = plain.indexOf('\n');
            if (divider < 0 || plain.indexOf('\0') >= 0) {
                throw new MalformedCursor(text);
            }
            return new Cursor(plain.substring(0, divider), plain.substring(divider + 1));
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedCursor(text);
        }
    }

    /** The text from which {@link #parse} reads it again. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((account + "\n" + line).getBytes(StandardCharsets.UTF_8));
    }
}
