package dev.tieout.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AuditTrailTests {

    @Autowired
    private Given given;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment environment;

    private GivenOrganisation organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = given.organisation();
    }

    @Test
    void a_row_says_who_did_what_before_after_and_why() {
        record("policy-changed", "because");

        var row = organisation
                .as("manager", () -> audit.latest(Long.MAX_VALUE, 1))
                .getFirst();

        assertThat(row.actor()).endsWith("-analyst");
        assertThat(row.action()).isEqualTo("policy-changed");
        assertThat(row.subject()).isEqualTo("policy/2");
        assertThat(row.before()).isEqualTo("{\"pause\":\"KEEP\"}");
        assertThat(row.after()).isEqualTo("{\"a\":1,\"pause\":\"CHURN\"}");
        assertThat(row.why()).isEqualTo("because");
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_row() {
        long rows = verify().rows();

        organisation.as(
                "analyst",
                () -> transaction.executeWithoutResult(status -> {
                    audit.record("undone", "x/1", null, null, null);
                    status.setRollbackOnly();
                }));

        assertThat(verify().rows()).isEqualTo(rows);
    }

    @Test
    void nothing_is_recorded_outside_a_transaction() {
        assertThatThrownBy(() -> organisation.as("analyst", () -> audit.record("a", "b", null, null, null)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_chain_stays_whole_when_many_write_at_once() {
        long before = verify().rows();

        try (var people = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 40).forEach(number -> people.execute(() -> record("written-" + number, null)));
        }

        var verification = verify();
        assertThat(verification.rows()).isEqualTo(before + 40);
        assertThat(verification.intact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set why = 'nicer'", "delete from audit_entry", "truncate audit_entry"})
    void the_application_cannot_change_the_past(String attempt) {
        record("something", null);

        assertThatThrownBy(() -> organisation.as(
                        "admin", () -> transaction.executeWithoutResult(status -> jdbc.execute(attempt))))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set why = 'nicer'", "delete from audit_entry", "truncate audit_entry"})
    void nor_can_the_owner_of_the_database(String attempt) {
        assertThatThrownBy(() -> asOwner(attempt)).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'nobody'",
                "action = 'nothing'",
                "why = null",
                "after = '{}'",
                "at = at + interval '1 microsecond'",
                "hash = repeat('0', 64)",
                "seq = seq + 1000"
            })
    void a_row_changed_past_every_guard_is_found(String change) throws SQLException {
        record("first", "a reason");
        record("second", "a reason");
        var last = organisation
                .as("manager", () -> audit.latest(Long.MAX_VALUE, 2))
                .getLast();

        asOwner("alter table audit_entry disable trigger append_only");
        try {
            asOwner("update audit_entry set " + change + " where organisation = '" + organisation.id() + "' and seq = "
                    + last.seq());
        } finally {
            asOwner("alter table audit_entry enable trigger append_only");
        }

        var verification = verify();
        assertThat(verification.intact()).isFalse();
        assertThat(verification.firstBroken()).isNotNull();
    }

    @Test
    void an_organisation_reads_its_own_chain_only() {
        record("ours", null);
        var other = given.organisation();

        var seen = other.as("manager", () -> audit.entries(Instant.EPOCH, 0, 100));

        assertThat(seen).allMatch(row -> row.organisation().equals(other.id().value()));
        assertThat(seen).noneMatch(row -> row.action().equals("ours"));
    }

    private void record(String action, @Nullable String why) {
        organisation.as(
                "analyst",
                () -> transaction.executeWithoutResult(status -> audit.record(
                        action, "policy/2", Map.of("pause", "KEEP"), Map.of("pause", "CHURN", "a", 1), why)));
    }

    private AuditTrail.Verification verify() {
        return organisation.as("manager", audit::verify);
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
