package dev.tieout.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class RowLevelSecurityTests {

    /** Tables with an organisation, and whether the database keeps organisations apart in them. */
    private static final String UNGUARDED = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'organisation'
              and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
            """;

    private static final String OWNED =
            "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)";

    private static final String GUARDED_COUNT =
            "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity";

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void every_table_with_an_organisation_is_guarded() {
        assertThat(jdbc.sql(UNGUARDED).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql(GUARDED_COUNT).query(Long.class).single()).isGreaterThan(20);
    }

    @Test
    void the_application_works_as_a_role_that_owns_nothing_and_bypasses_nothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("tieout_app");
        assertThat(jdbc.sql(OWNED).query(Long.class).single()).isZero();
        assertThat(jdbc.sql(
                                "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void one_organisation_never_sees_anothers_rows() {
        var ours = given.organisation();
        var theirs = given.organisation();

        List<String> seen = ours.as(
                "manager",
                () -> transaction.execute(status -> jdbc.sql("select distinct organisation from metric_policy")
                        .query(String.class)
                        .list()));

        assertThat(seen)
                .containsExactly(ours.id().value())
                .doesNotContain(theirs.id().value());
    }

    @Test
    void nor_can_it_write_rows_for_another() {
        var ours = given.organisation();
        var theirs = given.organisation();

        assertThatThrownBy(() -> ours.as(
                        "analyst",
                        () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                        "insert into account (organisation, account, name) values (?, 'A-1', 'Planted')")
                                .param(theirs.id().value())
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void who_is_nobody_sees_nothing() {
        given.organisation();

        assertThat(jdbc.sql("select count(*) from metric_policy")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from person").query(Long.class).single())
                .isZero();
    }
}
