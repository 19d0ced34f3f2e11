package dev.tieout.sources.internal;

import dev.tieout.sources.internal.SourceFile.Measure;
import dev.tieout.sources.internal.reading.TableRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Brings a file's rows into the transaction's temporary table {@code incoming}, as they are read. */
@Component
class Staging {

    static final int LONGEST_VALUE = 200;
    /** Whole: it is mended and comes again. Quotes can double it. */
    static final int LONGEST_ROW = 2 * TableRows.LONGEST_RECORD;

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    Staging(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** Reads the body to its end. Needs a transaction; whatever fails leaves that transaction to be rolled back. */
    Measure load(SourceFile file, InputStream body) {
        jdbc.sql("drop table if exists pg_temp.incoming cascade").update();
        jdbc.sql(create(file.staged())).update();
        var connection = DataSourceUtils.getConnection(dataSource);
        var statement = copy(file.copied());
        try (var copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), statement)) {
            var measure = copyAll(file, body, copy);
            var session = connection.unwrap(PGConnection.class);
            UnderWay.now().ifPresent(underWay -> letCancel(underWay, session));
            return measure;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("copying rows", statement, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Takes the rows of one file; problem is 0 for a good row, else the number of the row's problem. */
    private static String create(List<Field> fields) {
        return """
            create temp table incoming (
                row_line bigint not null, problem int not null, problem_column text, problem_value text, reason text, row_text text, %s
            ) on commit drop
            """.formatted(joined(fields, field -> field.column() + " " + field.sqlType()));
    }

    private static String copy(List<Field> fields) {
        return "copy incoming (row_line, problem, problem_column, problem_value, reason, row_text, %s) from stdin"
                .formatted(joined(fields, Field::column));
    }

    private static String joined(List<Field> fields, Function<Field, String> each) {
        return fields.stream().map(each).collect(Collectors.joining(", "));
    }

    private static Measure copyAll(SourceFile file, InputStream body, PGCopyOutputStream copy)
            throws SQLException, IOException {
        boolean complete = false;
        try {
            var text = new CopyText(copy, file.copied(), file.sums());
            Runnable count =
                    UnderWay.now().<Runnable>map(underWay -> underWay::row).orElse(() -> {});
            var measure = file.read(body, row -> {
                count.run();
                write(text, row);
            });
            text.flush();
            copy.endCopy();
            complete = true;
            return measure;
        } finally {
            // Closing alone would end the copy as if the rows so far were the file.
            if (!complete && copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Until the commit begins. What was cancelled in time does not commit, even when no statement was hit. */
    private static void letCancel(UnderWay underWay, PGConnection session) {
        underWay.stores(session::cancelQuery);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                underWay.seal();
            }

            @Override
            public void beforeCompletion() {
                underWay.leavesDatabase();
            }
        });
    }

    private static void write(CopyText text, StagedRow row) {
        try {
            text.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
