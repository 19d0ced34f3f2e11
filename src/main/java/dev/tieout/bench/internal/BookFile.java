package dev.tieout.bench.internal;

import dev.tieout.sources.SourceKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files of a month, in the order in which they are handed in. */
enum BookFile {
    /** What the first period opens with; as the month before its first closed. */
    OPENING(SourceKind.OPENING, "generic-snapshot", Texts.SNAPSHOT) {
        @Override
        String row(Book book, long account, int month) {
            return snapshot(book, account, month - 1, month);
        }
    },
    ACCOUNTS(
            SourceKind.ACCOUNTS,
            "generic-accounts",
            "account_id,name,parent_account_id,started_on,first_active_on,churned_on,segment,csm\n") {
        @Override
        String row(Book book, long account, int month) {
            return Book.id(account) + ",Account " + account + ",," + Book.started(account) + ",,,"
                    + Book.segment(account) + "," + Book.manager(account) + "\n";
        }
    },
    BILLING(SourceKind.BILLING, "generic-snapshot", Texts.SNAPSHOT) {
        @Override
        String row(Book book, long account, int month) {
            return snapshot(book, account, month, month);
        }
    },
    LEDGER(SourceKind.LEDGER, "generic-ledger", "entry_id,account_id,posted_at,amount,currency,gl_account\n") {
        @Override
        @Nullable
        String row(Book book, long account, int month) {
            long posted = book.posted(account, month);
            var period = Book.period(month);
            return posted == 0
                    ? null
                    : "JE-" + period + "-" + account + "," + Book.id(account) + "," + period + "-28,"
                            + Book.money(posted) + ",USD,4000 Recurring revenue\n";
        }
    },
    RETAINED(SourceKind.RETAINED, "generic-retained", "account_id,amount,currency\n") {
        @Override
        @Nullable
        String row(Book book, long account, int month) {
            long recurring = book.recurring(account, month);
            return recurring == 0 ? null : Book.id(account) + "," + Book.money(recurring) + ",USD\n";
        }
    };

    /** A prime that no sensible number of rows is a multiple of: every account comes once, far from its neighbours. */
    private static final long STRIDE = 7_368_787;

    private final SourceKind kind;
    private final String profile;
    private final String header;

    BookFile(SourceKind kind, String profile, String header) {
        this.kind = kind;
        this.profile = profile;
        this.header = header;
    }

    SourceKind kind() {
        return kind;
    }

    String profile() {
        return profile;
    }

    /** What the file says of an account; null for nothing. */
    abstract @Nullable String row(Book book, long account, int month);

    private static String snapshot(Book book, long account, int month, int period) {
        var product = Texts.PRODUCTS[(int) (account % Texts.PRODUCTS.length)];
        long day = 1 + account % 28;
        var of = Book.period(period);
        return Book.id(account) + ",SUB-" + (500_000_000 + account) + "," + product + "," + of + ","
                + Book.money(book.billed(account, month)) + ",USD," + book.status(account, month) + ",INV-"
                + (700_000_000 + account) + "," + of + "-" + day / 10 + day % 10 + "T08:30:00Z\n";
    }

    /** Writes the file of a month, its accounts in no order, as exports by date have them. */
    Written write(Path directory, Book book, int month) throws IOException {
        var path = Files.createTempFile(directory, name().toLowerCase(Locale.ROOT), ".csv");
        int of = this == OPENING ? month - 1 : month;
        int told = book.told(of);
        long first = book.first(of);
        int rows = 0;
        try (var out = Files.newBufferedWriter(path)) {
            out.write(header);
            for (int place = 0; place < told; place++) {
                rows += written(out, row(book, first + place * STRIDE % told, month));
            }
        }
        return new Written(this, path, rows);
    }

    private static int written(BufferedWriter out, @Nullable String row) throws IOException {
        if (row == null) {
            return 0;
        }
        out.write(row);
        return 1;
    }

    /** A file on disk, until it is closed. */
    record Written(BookFile what, Path path, int rows) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.delete(path);
        }
    }

    /** What the constants share; an enum's own come too late for its constructor. */
    private static final class Texts {
        static final String SNAPSHOT =
                "account_id,subscription_id,product,period,mrr,currency,status,source_id,posted_at\n";
        static final String[] PRODUCTS = {"Core", "Analytics", "Support Plus"};
    }
}
