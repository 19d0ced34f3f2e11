package dev.tieout.evidence.internal;

import dev.tieout.evidence.format.PackFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which query fills which table. */
final class Extracts {

    private static final Map<PackFile, Extract> BY_FILE = new EnumMap<>(PackFile.class);

    static {
        Stream.of(BookExtracts.ALL, PaperExtracts.ALL)
                .flatMap(List::stream)
                .forEach(extract -> BY_FILE.put(extract.file(), extract));
    }

    private Extracts() {}

    /** Null for a file that is written whole. */
    static @Nullable Extract of(PackFile file) {
        return BY_FILE.get(file);
    }
}
