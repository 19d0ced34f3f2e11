package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Organisations.Organisation;
import dev.tieout.workflow.internal.EngineCommands.CommandWritten;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for the engine is sent, whatever becomes of what another organisation has to send. */
@DatabaseTest
class CommandDispatchTest {

    private static final long BAD = 6_000_000_001L;
    private static final long GOOD = 6_000_000_002L;

    @Autowired
    Given given;

    @Autowired
    EngineCommands commands;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    PlatformTransactionManager transactions;

    /** Ours alone: other tests have left theirs in the same database. */
    private final Organisations organisations = mock(Organisations.class);

    private final Answers engine = new Answers();
    private CommandDispatch dispatch;

    @BeforeEach
    void dispatch() {
        dispatch = new CommandDispatch(
                commands, engine, organisations, new Processes(List.of()), currentActor, transactions);
    }

    @AfterEach
    void stop() {
        dispatch.stop();
    }

    @Test
    void an_organisation_whose_command_fails_keeps_no_other_organisations_back() {
        // Whatever order the organisations come in.
        var ours = new ArrayList<Organisation>();
        when(organisations.all()).thenReturn(ours);
        for (long job : List.of(0L, 10L, 20L)) {
            var organisation = given.organisation();
            ours.add(new Organisation(organisation.id(), "Ours"));
            written(organisation, BAD + job);
            written(organisation, GOOD + job);
            engine.failing.add(BAD + job);
        }

        dispatch.open();

        sent(GOOD, GOOD + 10, GOOD + 20);
        assertThat(engine.completed).doesNotContain(BAD, BAD + 10, BAD + 20);
        engine.failing.clear();
        sent(BAD, BAD + 10, BAD + 20);
    }

    /** Sooner or later, as who has a command in hand keeps it from others. */
    private void sent(Long... jobs) {
        await().atMost(Duration.ofSeconds(60)).pollInSameThread().untilAsserted(() -> {
            dispatch.sendAll();
            assertThat(engine.completed).contains(jobs);
        });
    }

    @Test
    void a_command_that_is_written_while_the_product_stops_waits_for_its_next_start() {
        var organisation = given.organisation();
        dispatch.open();
        dispatch.stop();

        assertThatCode(() -> organisation.asSystem(() -> dispatch.written(new CommandWritten())))
                .doesNotThrowAnyException();
    }

    private void written(GivenOrganisation organisation, long job) {
        organisation.asSystem(() ->
                new TransactionTemplate(transactions).executeWithoutResult(_ -> commands.complete(job, Map.of())));
    }

    /** An engine that cannot end some jobs. */
    private static final class Answers implements Engine {

        final Set<Long> failing = ConcurrentHashMap.newKeySet();
        final ConcurrentLinkedQueue<Long> completed = new ConcurrentLinkedQueue<>();

        @Override
        public boolean complete(long jobKey, Map<String, Object> variables) {
            if (failing.contains(jobKey)) {
                throw new IllegalStateException("no way to send " + jobKey);
            }
            return completed.add(jobKey);
        }

        @Override
        public void deploy(String xml, String fileName) {}

        @Override
        public void start(String message, String correlationKey, String messageId, Map<String, Object> variables) {}

        @Override
        public boolean raise(long jobKey, String errorCode, String sentence) {
            return true;
        }

        @Override
        public boolean retry(long jobKey, int retries, Duration after, String sentence) {
            return true;
        }

        @Override
        public boolean renew(long jobKey, Duration lease) {
            return true;
        }

        @Override
        public String version() {
            return "none";
        }
    }
}
