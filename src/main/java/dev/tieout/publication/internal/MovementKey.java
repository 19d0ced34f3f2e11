package dev.tieout.publication.internal;

import dev.tieout.publication.Publications.MalformedCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of movements ended: account and line, opaque text outside. */
record MovementKey(String account, String line) {

    static final MovementKey START = new MovementKey("", "");

    static MovementKey parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int divider = plain.indexOf('\n');
            if (divider < 0 || plain.indexOf('\0') >= 0) {
                throw new MalformedCursor(text);
            }
            return new MovementKey(plain.substring(0, divider), plain.substring(divider + 1));
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedCursor(text);
        }
    }

    /** The text from which {@link #parse} reads it again. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((account + "\n" + line).getBytes(StandardCharsets.UTF_8));
    }
}
