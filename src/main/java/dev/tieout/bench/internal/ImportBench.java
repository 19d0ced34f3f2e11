package dev.tieout.bench.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Measures both ways of taking a large file in, by turns, and prints a table. */
@Component
@Profile("bench")
class ImportBench {

    private static final int WARM_UP = 50_000;

    /** Of the import's time over the baseline's. */
    private static final double ALLOWED = 1.5;

    private final PlainImport plain;
    private final OwnImport own;
    private final int rows;
    private final int runs;
    private final Path directory;
    private final PrintStream out = System.out;
    private int number;

    ImportBench(
            PlainImport plain,
            OwnImport own,
            @Value("${tieout.bench.rows:1000000}") int rows,
            @Value("${tieout.bench.runs:5}") int runs,
            @Value("${tieout.data:.tieout}") Path directory) {
        this.plain = plain;
        this.own = own;
        this.rows = rows;
        this.runs = runs;
        this.directory = directory;
    }

    /** Prints the figures; the answer is whether the ratio is within what is allowed. */
    boolean run() throws IOException, SQLException {
        Files.createDirectories(directory);
        try (var small = SnapshotFile.write(directory, OwnImport.PERIOD.toString(), WARM_UP, false)) {
            plain.nanos(small, 0);
            own.nanos(small, 0);
        }
        boolean within = true;
        for (boolean sorted : new boolean[] {false, true}) {
            try (var file = SnapshotFile.write(directory, OwnImport.PERIOD.toString(), rows, sorted)) {
                within &= measure(file, sorted);
            }
        }
        return within;
    }

    private boolean measure(SnapshotFile file, boolean sorted) throws IOException, SQLException {
        var baseline = new Times();
        var imports = new Times();
        Machine.forgetPeaks();
        out.printf(
                "%nimport of a CSV: %,d rows %s, %.1f MB; %d runs of each, by turns%n",
                rows, sorted ? "in order of their ids" : "in no order", file.bytes() / 1e6, runs);
        for (int run = 1; run <= runs; run++) {
            number++;
            baseline.add(plain.nanos(file, number));
            imports.add(own.nanos(file, number));
        }
        double ratio = imports.median() / baseline.median();
        var each = imports.over(baseline);
        out.printf("  %-28s %9s %9s %9s%n", "seconds", "median", "min", "max");
        row("COPY and one keyed INSERT", baseline);
        row("Tieout's import", imports);
        out.printf(
                "  %-28s %9.2f %9.2f %9.2f   allowed: %.2f%n",
                "ratio",
                ratio,
                each.stream().min(Comparator.naturalOrder()).orElse(ratio),
                each.stream().max(Comparator.naturalOrder()).orElse(ratio),
                ALLOWED);
        out.printf("  %-28s %9.0f%n", "rows a second", rows / imports.median());
        out.println("  peak heap: " + Machine.heap() + "; resident: " + Machine.resident());
        out.println("  load average after: " + Machine.load());
        return ratio <= ALLOWED;
    }

    private void row(String name, Times times) {
        out.printf("  %-28s %9.2f %9.2f %9.2f%n", name, times.median(), times.shortest(), times.longest());
    }
}
