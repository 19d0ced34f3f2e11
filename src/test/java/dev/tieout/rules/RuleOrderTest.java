package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which of several versions applies to a period, whatever order they are approved in and whoever opens a period meanwhile. */
@DatabaseTest
class RuleOrderTest {

    private static final PinnedTable SHIPPED = new PinnedTable(RuleTables.VARIANCE_CAUSE, 1);
    private static final Period DECEMBER = Period.parse("2026-12");
    private static final Period FEBRUARY = Period.parse("2027-02");

    private static final String WAITS_FOR_US =
            "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))";

    @Autowired
    Given given;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTables tables;

    @Autowired
    Closes closes;

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
    void an_approved_version_that_can_never_apply_any_more_is_retired() {
        approve(submitted(DECEMBER));
        approve(submitted(DECEMBER));

        assertThat(ours.as("manager", tables::versions))
                .filteredOn(version -> version.table().equals(SHIPPED.table()))
                .extracting(RuleTableVersion::state)
                .containsExactly(State.APPROVED, State.RETIRED, State.APPROVED);
        assertThat(applies("2026-12")).isEqualTo(3);
        assertThat(applies("2026-11")).isEqualTo(1);
    }

    @Test
    void a_version_that_a_newer_one_leaves_no_period_to_is_not_approved_and_can_be_rejected() {
        var second = submitted(FEBRUARY);
        approve(submitted(DECEMBER));

        var refusal = refused("approver", () -> drafts.approve(second, null));

        assertThat(refusal.type()).isEqualTo("rule-version-overtaken");
        assertThat(refusal.sentence())
                .contains("Version 3 is newer and has been approved from 2026-12 on")
                .contains("version 2 would never apply")
                .contains("Write a new version from version 3");
        assertThat(ours.as("approver", () -> drafts.reject(second, "Overtaken")).state())
                .isEqualTo(State.REJECTED);
    }

    @Test
    void a_version_that_would_never_apply_is_told_so_while_it_is_written_and_not_submitted() {
        var second = written(DECEMBER);
        approve(submitted(DECEMBER));
        var pinned = second.version().pinned();

        assertThat(refused("analyst", () -> drafts.submit(pinned, second.edition()))
                        .type())
                .isEqualTo("rule-version-overtaken");
        assertThat(ours.as("analyst", () -> drafts.objectionTo(pinned, FEBRUARY)))
                .isPresent();
        assertThat(ours.as("analyst", () -> drafts.objectionTo(pinned, Period.parse("2026-11"))))
                .isEmpty();
    }

    @Test
    void an_older_version_from_an_earlier_period_on_applies_until_the_newer_one_does() {
        var second = submitted(DECEMBER);
        approve(submitted(FEBRUARY));

        approve(second);

        assertThat(applies("2027-01")).isEqualTo(2);
        assertThat(applies("2027-02")).isEqualTo(3);
    }

    @Test
    void a_period_that_is_opened_while_a_version_is_being_approved_waits_for_that_and_uses_it() {
        var version = submitted(DECEMBER);

        var opened = meanwhile("approver", () -> drafts.approve(version, null), "analyst", () -> closes.open(DECEMBER));

        assertThat(opened.ruleVersion(SHIPPED.table())).isEqualTo(2);
    }

    @Test
    void a_version_that_is_approved_while_its_period_is_being_opened_waits_for_that_and_is_refused() {
        var version = submitted(DECEMBER);

        var failed = catchThrowableOfType(
                CompletionException.class,
                () -> meanwhile(
                        "analyst", () -> closes.open(DECEMBER), "approver", () -> drafts.approve(version, null)));

        assertThat(failed).isNotNull();
        assertThat(failed.getCause())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026-12 has been opened and keeps the rules that it was opened with");
        assertThat(applies("2026-12")).isEqualTo(1);
    }

    /** Does the first thing in a transaction, lets somebody else begin the second, and commits once that is done or waits for us. */
    private <T> T meanwhile(String one, Runnable first, String other, Supplier<T> second) {
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<T> begun = ours.as(
                    one,
                    () -> transaction.execute(_ -> {
                        first.run();
                        var later = CompletableFuture.supplyAsync(() -> ours.as(other, second), beside);
                        await().atMost(Duration.ofSeconds(60))
                                .pollInSameThread()
                                .until(() -> later.isDone() || waitsForUs());
                        return later;
                    }));
            return begun.join();
        }
    }

    private boolean waitsForUs() {
        return jdbc.sql(WAITS_FOR_US).query(Boolean.class).single();
    }

    private RuleDraft written(Period from) {
        return ours.as("analyst", () -> {
            var draft = drafts.begin(SHIPPED, "Reviewed for the new year");
            return drafts.save(
                    draft.version().pinned(),
                    draft.edition(),
                    draft.rows(),
                    from,
                    draft.version().comment());
        });
    }

    private PinnedTable submitted(Period from) {
        var draft = written(from);
        return ours.as("analyst", () -> drafts.submit(draft.version().pinned(), draft.edition()))
                .pinned();
    }

    private void approve(PinnedTable version) {
        ours.as("approver", () -> drafts.approve(version, null));
    }

    private int applies(String period) {
        return ours.as("manager", () -> tables.approvedFor(Period.parse(period)))
                .getOrDefault(SHIPPED.table(), 0);
    }

    private Refusal refused(String person, Supplier<?> step) {
        var refusal = catchThrowableOfType(Refusal.class, () -> ours.as(person, step));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
