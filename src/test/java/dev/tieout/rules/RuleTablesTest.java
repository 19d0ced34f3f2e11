package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Period;
import dev.tieout.terms.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of an organisation in the database. */
@DatabaseTest
class RuleTablesTest {

    private static final PinnedTable MOVEMENT = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1);

    @Autowired
    Given given;

    @Autowired
    RuleTables tables;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    GivenOrganisation ours;

    @BeforeEach
    void organisation() {
        ours = given.organisation();
    }

    @Test
    void a_new_organisation_has_the_shipped_tables_as_approved_version_1() {
        var versions = ours.as("analyst", tables::versions);

        assertThat(versions)
                .extracting(RuleTableVersion::table)
                .containsExactly(
                        RuleTables.MOVEMENT_CLASSIFICATION, RuleTables.STATUS_CROSSWALK, RuleTables.VARIANCE_CAUSE);
        assertThat(versions).allSatisfy(version -> {
            assertThat(version.version()).isEqualTo(1);
            assertThat(version.state()).isEqualTo(State.APPROVED);
            assertThat(version.approvedBy()).isEqualTo("tieout");
        });
    }

    @Test
    void each_of_them_stands_in_the_audit_trail() {
        var entries = ours.as("manager", () -> audit.latest(Long.MAX_VALUE, 50));
        assertThat(entries)
                .filteredOn(entry -> entry.action().equals("rule-version-approved"))
                .extracting(AuditEntry::subject)
                .contains("rules/movement-classification/1", "rules/variance-cause/1", "rules/status-crosswalk/1");
    }

    @Test
    void a_close_pins_version_1_of_each() {
        assertThat(ours.as("analyst", () -> tables.approvedFor(Period.parse("2026-10"))))
                .isEqualTo(Map.of(
                        RuleTables.MOVEMENT_CLASSIFICATION,
                        1,
                        RuleTables.VARIANCE_CAUSE,
                        1,
                        RuleTables.STATUS_CROSSWALK,
                        1));
    }

    @Test
    void a_version_counts_from_its_effective_period_on_and_only_when_approved() {
        ours.asSystem(() -> {
            copy(2, State.APPROVED, "2026-11");
            copy(3, State.IN_REVIEW, null);
        });

        assertThat(movementVersionFor("2026-10")).isEqualTo(1);
        assertThat(movementVersionFor("2026-11")).isEqualTo(2);
        assertThat(movementVersionFor("2027-01")).isEqualTo(2);
    }

    @Test
    void a_worker_classifies_by_the_pinned_version() {
        ours.asSystem(() -> copy(2, State.APPROVED, "2026-11"));

        var decided = ours.asSystem(() -> tables.classify(new PinnedTable(MOVEMENT.table(), 2), List.of(cancelled())));

        assertThat(decided)
                .containsExactly(
                        new MovementDecision(5, MovementClass.CHURN, Reason.CANCELLED, MOVEMENT.table(), 2, 15, false));
    }

    @Test
    void a_worker_reads_what_the_words_of_a_billing_system_mean() {
        var words = ours.asSystem(() -> tables.crosswalk(new PinnedTable(RuleTables.STATUS_CROSSWALK, 1), "generic"));

        assertThat(words).containsEntry("canceled", AccountStatus.CANCELLED);
    }

    @Test
    void a_version_is_read_with_its_rows_in_words_and_as_the_file_in_git() {
        var content = ours.as("manager", () -> tables.content(MOVEMENT));

        assertThat(content.rows()).hasSize(37);
        assertThat(content.rows().get(14).sentence())
                .isEqualTo("When it had revenue at open and it has none at close and the status is cancelled,"
                        + " then churn, cancelled.");
        assertThat(content.csv()).startsWith("RuleSet,").contains("The customer cancelled,15,");
    }

    @Test
    void content_that_was_changed_behind_the_products_back_does_not_run() {
        ours.asSystem(() -> copy(2, State.APPROVED, "2026-11", "replace(content, 'CHURN', 'RENEWAL')"));

        assertThatIllegalStateException()
                .isThrownBy(() -> ours.asSystem(
                        () -> tables.classify(new PinnedTable(MOVEMENT.table(), 2), List.of(cancelled()))))
                .withMessageContaining("is not what was approved");
    }

    @Test
    void the_database_lets_nobody_change_what_was_submitted_nor_its_state_go_back() {
        for (String change : List.of(
                "content = replace(content, 'CHURN', 'RENEWAL')", "effective_from = '2020-01'", "state = 'DRAFT'")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> ours.asSystem(() -> update("update rule_version set " + change)));
        }
    }

    @Test
    void an_unknown_table_or_version_is_missing() {
        for (var unknown : List.of(new PinnedTable(MOVEMENT.table(), 9), new PinnedTable("nothing", 1))) {
            assertThatExceptionOfType(NoSuchRuleTable.class)
                    .isThrownBy(() -> ours.as("analyst", () -> tables.content(unknown)));
        }
    }

    @Test
    void nobody_sees_another_organisations_versions() {
        ours.asSystem(() -> copy(2, State.APPROVED, null));
        var theirs = given.organisation();

        assertThat(theirs.as("manager", tables::versions)).hasSize(3);
    }

    private int movementVersionFor(String period) {
        var pinned = ours.as("analyst", () -> tables.approvedFor(Period.parse(period)));
        return pinned.getOrDefault(MOVEMENT.table(), 0);
    }

    private void copy(int version, State state, @Nullable String effectiveFrom) {
        copy(version, state, effectiveFrom, "content");
    }

    private void copy(int version, State state, @Nullable String effectiveFrom, String content) {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                        insert into rule_version (organisation, rule_table, version, state, content, sha256, comment,
                            effective_from, created_by, created_at)
                        select organisation, rule_table, :version, :state, CONTENT, sha256, 'copied', :from, created_by, created_at
                        from rule_version where rule_table = 'movement-classification' and version = 1
                        """.replace("CONTENT", content))
                .param("version", version)
                .param("state", state.name())
                .param("from", effectiveFrom)
                .update());
    }

    private void update(String sql) {
        transaction.executeWithoutResult(_ -> jdbc.sql(sql).update());
    }

    private static MovementFact cancelled() {
        return new MovementFact(
                5,
                Grain.ACCOUNT,
                10_000,
                0,
                true,
                true,
                AccountStatus.CANCELLED,
                true,
                false,
                0,
                1,
                0,
                1,
                0,
                0,
                Pause.CHURN,
                FullDiscount.CHURN);
    }
}
