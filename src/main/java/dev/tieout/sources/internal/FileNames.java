package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.util.Locale;

/** The name of a file as people will see it: its last part, without control characters, at most 200 characters. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    static String shown(String name, SourceKind kind) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        var cut = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
        return cut.isEmpty() ? kind.name().toLowerCase(Locale.ROOT) + ".csv" : cut;
    }
}
