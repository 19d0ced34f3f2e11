package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenBook;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.cohort.Cohort;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.sources.StatusWords.Meaning;
import dev.tieout.terms.AccountStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who changes rows of closes takes the locks in one order: imports, then the earlier close, then the later. */
@DatabaseTest
@Import(OpenOctober.class)
class ImportOrderTest {

    private static final String ORDER =
            "select true from (select pg_advisory_xact_lock(hashtextextended('sources/' || current_organisation(), 0))) held";

    private static final String WAITS_FOR_US =
            "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))";

    @Autowired
    OpenOctober october;

    @Autowired
    GivenBook tables;

    @Autowired
    Closes closes;

    @Autowired
    Cohort cohort;

    @Autowired
    Sources sources;

    @Autowired
    StatusWords words;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    OpenOctober.Desk desk;
    Receipt file;

    @BeforeEach
    void october_has_a_late_row_and_one_with_an_unknown_word() {
        desk = october.anew();
        desk.receive(SourceKind.OPENING, HEADER + "A1,S,P,2026-09,100,USD,active,\n");
        file = desk.receive(
                SourceKind.BILLING,
                HEADER + "A1,S,P,2026-10,250,USD,active,2026-11-02\nA2,S,P,2026-10,30,USD,Frozen,\n");
    }

    @Test
    void a_crosswalk_is_taken_over_behind_an_import_that_then_takes_the_close() {
        var meanings = List.of(new Meaning("generic", "Frozen", AccountStatus.PAUSED));
        var version = desk.organisation.as("analyst", () -> words.propose(desk.close.key(), meanings, "A pause."));
        desk.organisation.as("approver", () -> drafts.approve(version.pinned(), null));
        var read = meanwhile(
                this::hold_imports,
                () -> words.adopt(desk.close.key(), version.version()),
                () -> closes.holdRevision(desk.close.key()));
        assertThat(read).hasSize(1);
    }

    @Test
    void a_file_is_replaced_behind_one_who_has_its_close_and_then_takes_the_later() {
        publish_october();
        var november = open_november();
        var better = HEADER + "A1,S,P,2026-10,260,USD,active,2026-11-02\n";
        var kept = meanwhile(
                () -> closes.holdRevision(desk.close.key()),
                () -> sources.replace(file.id(), "better.csv", FileBody.of(better)),
                () -> closes.holdRevision(november.key()));
        assertThat(kept.late()).isEqualTo(1);
    }

    @Test
    void a_period_opens_behind_an_import_into_the_one_before() {
        publish_october();
        var november = meanwhile(this::hold_imports, () -> closes.open(OpenOctober.OCTOBER.next()), () -> {});
        assertThat(desk.organisation.as("manager", () -> sources.of(november.key())))
                .extracting(Receipt::profile)
                .containsExactly(Receipt.LATE_POSTINGS);
    }

    /** Locks first, lets an analyst begin something that has to wait for that, and locks more. */
    private <T> T meanwhile(Runnable first, Supplier<T> work, Runnable then) {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var result = desk.inDatabase(() -> {
                first.run();
                var begun = CompletableFuture.supplyAsync(() -> desk.organisation.as("analyst", work), other);
                await().atMost(Duration.ofSeconds(60)).pollInSameThread().until(() -> begun.isDone() || waitsForUs());
                assertThat(begun).isNotDone();
                then.run();
                return begun;
            });
            return result.join();
        }
    }

    private boolean waitsForUs() {
        return jdbc.sql(WAITS_FOR_US).query(Boolean.class).single();
    }

    private void hold_imports() {
        jdbc.sql(ORDER).query(Boolean.class).single();
    }

    private void publish_october() {
        long key = desk.close.key();
        desk.organisation.as("controller", () -> cohort.keepClosing(key, 1));
        tables.sql(desk.organisation, "update close set published = true, state = 'PROVISIONAL' where id = ?", key);
        tables.sql(desk.organisation, """
                insert into publication (organisation, close_id, version, status, currency, published_at, open_variances, open_variance, stamps)
                values (current_organisation(), ?, 1, 'PROVISIONAL', 'USD', now(), 0, 0, '{}')
                """, key);
    }

    private Close open_november() {
        return desk.organisation.as("analyst", () -> closes.open(OpenOctober.OCTOBER.next()));
    }
}
