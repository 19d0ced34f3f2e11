package dev.tieout.bench.internal;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The database as psql would see it: the owner of the schema, whom no row-level security binds, and one transaction a piece of work. */
@Component
@Profile("bench")
class BareSql {

    private static final int COPY_BUFFER = 64 * 1024;

    private final String url;
    private final String user;
    private final String password;

    /** Connects as the migrations do: who owns the schema may create a table. */
    BareSql(
            @Value("${spring.flyway.url}") String url,
            @Value("${spring.flyway.user}") String user,
            @Value("${spring.flyway.password}") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Carries out statements that are not measured. */
    void prepare(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Counts by name. */
    Map<String, Long> counts(String sql) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    /** Nanoseconds from the begin of a transaction to the end of its commit; connecting takes no part. */
    long nanos(Work work) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            work.perform(new Session(connection, statement));
            connection.commit();
            return System.nanoTime() - start;
        }
    }

    /** What is measured. */
    interface Work {
        void perform(Session session) throws SQLException, IOException;
    }

    /** Its way to the database. */
    record Session(Connection connection, Statement statement) {

        /** Carries one statement out, reading what it answers. */
        void run(String sql) throws SQLException {
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }

        void copy(String sql, InputStream body) throws SQLException, IOException {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, body, COPY_BUFFER);
        }
    }
}
