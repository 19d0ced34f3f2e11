package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.evidence.format.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one table as a stream that can be looked ahead in by one. */
final class Rows implements AutoCloseable {

    /** More than this of one account is no book of a company: it would be held in memory. */
    private static final int OF_ONE_ACCOUNT = 200_000;

    private final PackFile file;
    private final TableReader reader;
    private @Nullable Row next;

    Rows(PackFile file, InputStream content) throws IOException {
        this.file = file;
        this.reader = new TableReader(file, content);
        advance();
    }

    private void advance() {
        next = reader.hasNext() ? new Row(file, reader.next()) : null;
    }

    /** The row that comes next, without taking it; null at the end. */
    @Nullable
    Row ahead() {
        return next;
    }

    /** Takes the next row; null at the end. */
    @Nullable
    Row take() {
        var taken = next;
        if (taken != null) {
            advance();
        }
        return taken;
    }

    /** The account of the row that comes next; null at the end. */
    @Nullable
    String account() {
        return next == null ? null : next.key("account");
    }

    /** Takes every row of an account, when it is the one that comes next. */
    List<Row> takeAll(String account) {
        var rows = new ArrayList<Row>();
        while (next != null && account.equals(next.key("account"))) {
            if (rows.size() == OF_ONE_ACCOUNT) {
                throw Difference.damage(file.path() + ": account " + Difference.shown(account) + " has more than "
                        + OF_ONE_ACCOUNT + " rows.");
            }
            rows.add(next);
            advance();
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
