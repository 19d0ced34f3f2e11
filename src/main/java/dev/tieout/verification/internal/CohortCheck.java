package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Hashes;
import dev.tieout.evidence.format.PackFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The opening cohort is the one that was frozen: its lines have the hash that the version is stamped with. */
final class CohortCheck implements Check {

    private static final List<String> TEXT = List.of("account", "subscription", "product");
    private static final List<String> VALUES = List.of("mrr", "currency", "status", "quantity", "discount");

    @Override
    public String name() {
        return "cohort";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var digest = Hashes.sha256();
        long lines = 0;
        try (var table = pack.rows(PackFile.OPENING)) {
            for (var row = table.take(); row != null; row = table.take()) {
                digest.update(canonical(row).getBytes(StandardCharsets.UTF_8));
                lines++;
            }
        }
        var hash = Hashes.hex(digest);
        var stamped = pack.publication().publication().stamps().cohortHash();
        if (!hash.equals(stamped)) {
            throw Difference.of(PackFile.PUBLICATION.path(), "", "stamps, cohortHash", hash, stamped);
        }
        return Words.count(lines, "line") + " frozen as " + hash.substring(0, 12) + "…";
    }

    /** One line of text, its values separated by tabs, which none can hold; numbers as they are kept, nothing for null. */
    private static String canonical(Row row) {
        var text = TEXT.stream().map(row::key).collect(Collectors.joining("\t"));
        return text + "\t" + VALUES.stream().map(row::cell).collect(Collectors.joining("\t")) + "\n";
    }
}
