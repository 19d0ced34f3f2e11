package dev.tieout.sources.internal;

import java.util.Arrays;
import java.util.Locale;

/**
 * Whether the keys of a file's good rows only ever rise. Many systems export in the order of an id; then no row is there twice, and storing
 * them needs no sorting to find that out.
 */
final class RisingKeys {

    private final Field[] key;
    private String[] last = {};
    private boolean rising = true;

    RisingKeys(Target target) {
        this.key = target.key().keySet().stream()
                .map(column -> Field.valueOf(column.toUpperCase(Locale.ROOT)))
                .toArray(Field[]::new);
    }

    /** Takes the next row into account; one that is refused is not stored and so repeats nothing. */
    void look(StagedRow row) {
        if (!rising || !row.problems().isEmpty()) {
            return;
        }
        var next = new String[key.length];
        for (int i = 0; i < key.length; i++) {
            var value = row.value(key[i]);
            if (value == null || value.indexOf('\0') >= 0) {
                // The database would keep another character in place of 0, so that two keys could become one.
                rising = false;
                return;
            }
            next[i] = value;
        }
        rising = last.length == 0 || Arrays.compare(last, next) < 0;
        last = next;
    }

    boolean rising() {
        return rising;
    }
}
