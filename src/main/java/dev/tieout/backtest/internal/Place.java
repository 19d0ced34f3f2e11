package dev.tieout.backtest.internal;

import dev.tieout.backtest.BackTests.MalformedCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of changes ended; opaque text outside. */
record Place(long publication, String account, String line, String currency) {

    private static final int PARTS = 4;

    static final Place START = new Place(0, "", "", "");

    static Place parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length != PARTS || String.join("", parts).indexOf('\0') >= 0) {
                throw new MalformedCursor(text);
            }
            return new Place(Long.parseLong(parts[0]), parts[1], parts[2], parts[3]);
        } catch (IllegalArgumentException notOurs) {
            throw new MalformedCursor(text);
        }
    }

    /** The text from which {@link #parse} reads it again. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", Long.toString(publication), account, line, currency)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
