package dev.tieout.sources.rest;

import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kind of a source as requests name it. */
final class KindParameter {

    private KindParameter() {}

    static SourceKind of(String text) {
        return Arrays.stream(SourceKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new FileRefused(
                        Refusal.Kind.INVALID,
                        "unknown-source-kind",
                        "“" + text + "” is no kind of source; there are "
                                + Arrays.stream(SourceKind.values())
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
