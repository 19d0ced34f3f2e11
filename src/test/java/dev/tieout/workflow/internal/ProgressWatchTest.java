package dev.tieout.workflow.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.tasks.TaskKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ProgressWatchTest extends OnTheEngine {

    @Autowired
    ProcessWorkers workers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WatchedCloses watched;

    @Autowired
    Organisations organisations;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void workers_poll_again() {
        if (!workers.isRunning()) {
            workers.start();
        }
    }

    @Test
    void a_close_that_stands_still_is_shown_and_recovers() {
        var close = open();
        close.task(TaskKind.PROVIDE_SOURCES);
        workers.stop();
        close.done("analyst", TaskKind.PROVIDE_SOURCES);
        watchIn(Duration.ofMinutes(11)).look(organisation.id());
        assertThat(close.now().trouble()).isEqualTo("Nothing has happened for 11 minutes in this step.");
        workers.start();
        close.task(TaskKind.APPROVE_CLASSIFICATION);
        assertThat(close.now().trouble()).isNull();
    }

    @Test
    void a_close_that_no_process_drives_is_started_again() {
        workers.stop();
        var close = open();
        watchIn(Duration.ofMinutes(2)).look(organisation.id());
        assertThat(starts()).isEqualTo(2);
        workers.start();
        close.task(TaskKind.PROVIDE_SOURCES);
        assertThat(organisation.as("manager", () -> tasks.openOf(close.key))).hasSize(1);
    }

    @Test
    void what_fails_in_one_organisation_keeps_no_other_from_being_looked_at() {
        workers.stop();
        var close = open();
        Watched broken = () -> {
            if (!currentActor.get().organisation().equals(organisation.id())) {
                throw new IllegalStateException("of another organisation");
            }
            return watched.underWay();
        };
        new ProgressWatch(
                        List.of(broken),
                        organisations,
                        currentActor,
                        transactions,
                        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)),
                        Duration.ofMinutes(10))
                .look();
        assertThat(starts()).isEqualTo(2);
        workers.start();
        close.task(TaskKind.PROVIDE_SOURCES);
    }

    private long starts() {
        return organisation.as(
                "manager",
                () -> requireNonNull(new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql("select count(*) from engine_command where kind = 'START'")
                                .query(Long.class)
                                .single())));
    }

    /** The watch as it will be after a while. */
    private ProgressWatch watchIn(Duration later) {
        return new ProgressWatch(
                List.of(watched),
                organisations,
                currentActor,
                transactions,
                Clock.offset(Clock.systemUTC(), later),
                Duration.ofMinutes(10));
    }
}
