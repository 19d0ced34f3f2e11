package dev.tieout.bench.internal;

import dev.tieout.bench.internal.BookFile.Written;
import dev.tieout.bench.internal.PlainClose.Month;
import dev.tieout.terms.MovementClass;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Measures the whole close of a month, step by step, each beside its bare SQL in the turn before, month after month of one company. The
 * first month, which opens from a file, only warms up; every other opens from what the one before it published.
 */
@Component
@Profile("bench")
class CloseBench {

    private final OwnClose own;
    private final PlainClose plain;
    private final Book book;
    private final int runs;
    private final Path directory;
    private final Map<CloseStep, Measured> measured = new EnumMap<>(CloseStep.class);
    private int variances;

    CloseBench(
            OwnClose own,
            PlainClose plain,
            @Value("${tieout.bench.accounts:100000}") int accounts,
            @Value("${tieout.bench.runs:5}") int runs,
            @Value("${tieout.data:.tieout}") Path directory) {
        this.own = own;
        this.plain = plain;
        this.book = new Book(accounts);
        this.runs = runs;
        this.directory = directory;
    }

    /** Prints the figures. */
    void run(PrintStream out) throws IOException, SQLException {
        Files.createDirectories(directory);
        own.found();
        plain.createTables();
        long previous = 0;
        for (int month = 1; month <= runs + 1; month++) {
            if (month == 2) {
                measured.clear();
            }
            previous = close(month, previous);
        }
        tell(out);
    }

    private long close(int month, long previous) throws IOException, SQLException {
        long close = own.open(month);
        var sql = new Month(close, previous, Book.period(month).toString());
        if (month == 1) {
            try (var file = BookFile.OPENING.write(directory, book, month)) {
                own.nanos(file, month);
            }
        }
        step(CloseStep.FREEZE, sql, book.accounts());
        long rows = 0;
        for (var file : new BookFile[] {BookFile.ACCOUNTS, BookFile.BILLING, BookFile.LEDGER, BookFile.RETAINED}) {
            try (var written = file.write(directory, book, month)) {
                take(written, sql, month);
                rows += written.rows();
            }
        }
        step(CloseStep.VALIDATE, sql, rows);
        step(CloseStep.CLASSIFY, sql, book.accounts());
        check(close, sql);
        own.approve(close);
        step(CloseStep.COMPUTE, sql, book.accounts());
        step(CloseStep.RECONCILE, sql, book.accounts());
        variances = Math.toIntExact(own.openVariances(close));
        step(CloseStep.PROVISIONAL, sql, book.accounts());
        own.resolve(close, own.carried(close));
        step(CloseStep.FINAL, sql, book.accounts());
        step(CloseStep.ROLL_FORWARD, sql, book.accounts());
        step(CloseStep.DIFFERENCES, sql, book.accounts());
        return close;
    }

    private void take(Written file, Month sql, int month) throws IOException, SQLException {
        long bare = plain.nanos(file, sql);
        Machine.forgetPeaks();
        of(CloseStep.of(file.what())).add(bare, own.nanos(file, month), file.rows());
    }

    private void step(CloseStep step, Month sql, long rows) throws IOException, SQLException {
        long bare = plain.nanos(step, sql);
        Machine.forgetPeaks();
        of(step).add(bare, own.nanos(step, sql.close()), rows);
    }

    private Measured of(CloseStep step) {
        return measured.computeIfAbsent(step, one -> new Measured());
    }

    /** A baseline that classifies otherwise would be none. */
    private void check(long close, Month sql) throws SQLException {
        var ours = own.counts(close).entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .collect(Collectors.toMap(count -> count.getKey().name(), Map.Entry::getValue));
        var bare = plain.counts(sql);
        if (!ours.equals(bare) || ours.containsKey(MovementClass.UNCLASSIFIED.name())) {
            throw new IllegalStateException("classified as " + ours + ", in bare SQL as " + bare);
        }
    }

    private List<Measured> ofTheClose() {
        return measured.entrySet().stream()
                .filter(step -> step.getKey().ofTheClose())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void tell(PrintStream out) {
        out.printf("""

                a whole close: %,d accounts, variances: %d; the median of %d months, after a first that warms up; bare SQL just before
                each step; the services are called in the order of the process, without its engine: shards one after the other
                """, book.accounts(), variances, runs);
        out.printf(
                "  %-24s %9s %9s %9s %9s %7s %11s %9s%n",
                "seconds", "median", "min", "max", "bare SQL", "ratio", "rows/s", "heap MB");
        var total = new Measured();
        for (int run = 0; run < runs; run++) {
            total.addAll(ofTheClose(), run, book.accounts());
        }
        measured.forEach((step, of) -> {
            if (step.ofTheClose()) {
                out.println(of.row(step.title()));
            }
        });
        out.println(total.row("the whole close"));
        measured.forEach((step, of) -> {
            if (!step.ofTheClose()) {
                out.println(of.row(step.title()));
            }
        });
        out.println("  heap of at most " + Machine.most() + "; resident: " + Machine.resident());
        out.println("  load average after: " + Machine.load());
    }
}
