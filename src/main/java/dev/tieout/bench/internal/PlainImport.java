package dev.tieout.bench.internal;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The baseline: what psql would do with the same file. COPY into a temporary table of typed columns, then one INSERT into a table with the
 * columns, constraints and indexes of {@code billing_row} and no row-level security, in one transaction. It checks nothing else, keeps
 * no receipt and would fail at the first duplicate or malformed row.
 */
@Component
@Profile("bench")
class PlainImport {

    private static final String TARGET = "create table if not exists bench_row (like billing_row including all)";

    private static final String RAW = """
            create temp table raw (
                account text, subscription text, product text, period text, mrr numeric, currency text, status text, source_ref text,
                posted_at timestamptz
            ) on commit drop
            """;

    private static final String COPY = "copy raw from stdin with (format csv, header)";

    private final BareSql database;

    PlainImport(BareSql database) {
        this.database = database;
    }

    /**
     * Takes the file in.
     *
     * @param run a number of its own, in place of close and source
     * @return nanoseconds from opening the file to the end of the commit
     */
    long nanos(SnapshotFile file, int run) throws SQLException, IOException {
        database.prepare(TARGET);
        return database.nanos(session -> {
            session.run(RAW);
            try (var body = file.open()) {
                session.copy(COPY, body);
            }
            session.run(insert(run));
        });
    }

    private static String insert(int run) {
        return """
            insert into bench_row (organisation, close_id, account, subscription, product, mrr, currency, status, source_ref, posted_at,
                                   source_id, line)
            select 'bench', %1$d, account, subscription, product, mrr, currency, upper(status), source_ref, posted_at, %1$d, 0 from raw
            """.formatted(run);
    }
}
