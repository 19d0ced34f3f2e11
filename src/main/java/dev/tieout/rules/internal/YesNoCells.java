package dev.tieout.rules.internal;

import dev.tieout.rules.internal.Cell.YesNo;
import java.util.Locale;

/** {@code yes} or {@code no}. */
record YesNoCells() implements CellType {

    @Override
    public Cell parse(String text) throws MalformedCell {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes" -> new YesNo(true);
            case "no" -> new YesNo(false);
            default -> throw new MalformedCell("write " + grammar());
        };
    }

    @Override
    public String grammar() {
        return "yes, no, or - for any";
    }
}
