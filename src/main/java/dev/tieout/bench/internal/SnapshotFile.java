package dev.tieout.bench.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A billing snapshot of one line an account, the same at every run. Accounts come in the order of their ids or in none, as exports by date
 * have them.
 *
 * @param total of all amounts, by which a receipt is checked
 */
record SnapshotFile(Path path, int rows, BigDecimal total) implements AutoCloseable {

    private static final String HEADER =
            "account_id,subscription_id,product,period,mrr,currency,status,source_id,posted_at\n";

    /** A prime that no sensible number of rows is a multiple of: every account comes once, far from its neighbours. */
    private static final long STRIDE = 7_368_787;

    private static final String[] PRODUCTS = {"Core", "Analytics", "Support Plus"};

    static SnapshotFile write(Path directory, String period, int rows, boolean sorted) throws IOException {
        var path = Files.createTempFile(directory, "snapshot", ".csv");
        long cents = 0;
        try (var out = Files.newBufferedWriter(path)) {
            out.write(HEADER);
            for (int row = 0; row < rows; row++) {
                long account = sorted ? row : row * STRIDE % rows;
                long mrr = 1_000 + account * 37 % 1_000_000;
                cents += mrr;
                line(out, account, period, mrr);
            }
        }
        return new SnapshotFile(path, rows, BigDecimal.valueOf(cents, 2));
    }

    private static void line(BufferedWriter out, long account, String period, long cents) throws IOException {
        var product = PRODUCTS[(int) (account % PRODUCTS.length)];
        var day = 1 + account % 28;
        out.write("ACC-" + (100_000_000 + account) + ",SUB-" + (500_000_000 + account) + "," + product + "," + period
                + "," + cents / 100 + "." + cents / 10 % 10 + cents % 10 + ",USD,active,INV-" + (700_000_000 + account)
                + "," + period + "-" + day / 10 + day % 10 + "T08:30:00Z\n");
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    long bytes() throws IOException {
        return Files.size(path);
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}
