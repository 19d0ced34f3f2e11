package dev.tieout.sources.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its dates and times: patterns that are tried in order, or ISO 8601 when there are none.
 *
 * @param formats as {@link DateTimeFormatter} has them, in English, with {@code uuuu} for the year: {@code MM/dd/uuuu}
 * @param zone of times that name none; the organisation's when null
 */
record DateForms(List<String> formats, @Nullable String zone) {

    static final DateForms ISO = new DateForms(List.of(), null);

    DateForms {
        formats = formats == null ? List.of() : List.copyOf(formats);
        formats.forEach(DateForms::formatter);
        if (zone != null) {
            ZoneId.of(zone);
        }
    }

    /** Reads cells of one file. */
    DateReader reader(ZoneId otherwise) {
        return new DateReader(
                formats.stream().map(DateForms::formatter).toList(), zone == null ? otherwise : ZoneId.of(zone));
    }

    /** @throws IllegalArgumentException for a pattern that is none */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
