package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    private static Path temporary;

    @BeforeAll
    static void open_the_directory() throws IOException {
        OpenDirectory.in(temporary);
    }

    @Test
    void a_second_start_finds_the_data_of_the_first() throws SQLException {
        try (LocalPostgres first = start(StartMode.FRESH)) {
            execute(first, "create table closes (period text); insert into closes values ('2026-10')");
        }
        try (LocalPostgres second = start(StartMode.CONTINUE)) {
            assertThat(ask(second, "select period from closes")).isEqualTo("2026-10");
        }
    }

    @Test
    void a_fresh_start_finds_no_data() throws SQLException {
        try (LocalPostgres first = start(StartMode.CONTINUE)) {
            execute(first, "create table left_over (n int)");
        }
        try (LocalPostgres second = start(StartMode.FRESH)) {
            assertThat(ask(second, "select to_regclass('left_over')")).isNull();
        }
    }

    @Test
    void what_was_committed_is_durable() throws SQLException {
        try (LocalPostgres server = start(StartMode.CONTINUE)) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void it_listens_on_the_loopback_interface_only() throws SQLException {
        try (LocalPostgres server = start(StartMode.CONTINUE)) {
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void the_login_of_the_application_can_neither_bypass_row_security_nor_own_anything() throws SQLException {
        try (LocalPostgres server = start(StartMode.CONTINUE);
                Connection application = DriverManager.getConnection(
                        server.database().url(),
                        TieoutDatabase.APPLICATION,
                        server.database().passwords().application());
                Statement statement = application.createStatement()) {
            String attributes = "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                    + " where rolname = current_user";
            assertThat(first(statement, attributes)).isEqualTo("f");
            assertThatThrownBy(() -> statement.execute("create table mine (n int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_server_left_by_a_killed_application_does_not_block_the_next_start() throws Exception {
        KilledApplication.after("postgres", temporary.toString());

        try (LocalPostgres next = start(StartMode.CONTINUE)) {
            assertThat(ask(next, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void a_query_that_outlives_its_killed_server_does_not_block_the_next_start() throws Exception {
        var first = start(StartMode.CONTINUE);
        try (Connection busy = asOwner(first);
                Statement statement = busy.createStatement()) {
            long backend = Long.parseLong(first(statement, "select pg_backend_pid()"));
            statement.execute("set statement_timeout = '2min'");
            var query = Thread.ofVirtual().start(() -> untilItsConnectionBreaks(statement));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> "active"
                            .equals(ask(
                                    first, "select state from pg_stat_activity where pid = %d".formatted(backend))));
            ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
            first.close();

            try (LocalPostgres next = start(StartMode.CONTINUE)) {
                assertThat(ask(next, "select 'alive'")).isEqualTo("alive");
            }
            query.join();
        }
    }

    @Test
    void a_server_that_ends_by_itself_is_started_again_on_the_same_port() throws Exception {
        try (LocalPostgres server = start(StartMode.CONTINUE)) {
            execute(server, "create table kept (n int)");
            long killed = postmaster();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> "kept".equals(ask(server, "select to_regclass('kept')")));
            assertThat(postmaster()).isNotEqualTo(killed);
        }
    }

    @Test
    void a_pid_file_whose_number_now_belongs_to_another_process_is_ignored() throws Exception {
        start(StartMode.CONTINUE).close();
        Files.writeString(
                data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data() + "\n");

        try (LocalPostgres next = start(StartMode.CONTINUE)) {
            assertThat(ask(next, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void a_directory_in_use_is_refused_and_the_holder_named() {
        try (LocalPostgres holder = start(StartMode.CONTINUE)) {
            assertThat(holder).isNotNull();
            assertThatThrownBy(() -> start(StartMode.CONTINUE))
                    .isInstanceOf(EmbeddedServerUnavailable.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void data_of_another_major_version_is_refused_and_left_alone() throws Exception {
        start(StartMode.CONTINUE).close();
        Path version = data().resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(() -> start(StartMode.CONTINUE))
                    .isInstanceOf(EmbeddedServerUnavailable.class)
                    .hasMessageContaining("was written by PostgreSQL 17 and this Tieout brings 18");
        } finally {
            Files.writeString(version, "18\n");
        }
        start(StartMode.CONTINUE).close();
    }

    @Test
    void the_passwords_are_readable_by_their_owner_only() throws IOException {
        start(StartMode.CONTINUE).close();

        Path passwords = temporary.resolve("postgres/passwords.properties");
        assertThat(Files.getPosixFilePermissions(passwords)).hasSize(2);
    }

    /** Never looks whether anyone still waits for its answer, nor whether its server is there. */
    private static void untilItsConnectionBreaks(Statement statement) {
        assertThatThrownBy(() -> statement.execute("select count(*) from generate_series(1, 20000000000)"))
                .isInstanceOf(SQLException.class);
    }

    private static LocalPostgres start(StartMode mode) {
        return LocalPostgres.start(temporary, mode, List.of("shared_buffers=16MB"), new NoOpLog());
    }

    private static Path data() {
        return temporary.resolve("postgres/data");
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).getFirst().strip());
    }

    private static void execute(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = asOwner(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(LocalPostgres server, String query) throws SQLException {
        try (Connection connection = asOwner(server);
                Statement statement = connection.createStatement()) {
            return first(statement, query);
        }
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection asOwner(LocalPostgres server) throws SQLException {
        TieoutDatabase database = server.database();
        return DriverManager.getConnection(
                database.url(), TieoutDatabase.OWNER, database.passwords().owner());
    }
}
