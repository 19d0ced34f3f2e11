package dev.tieout.workflow.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.tasks.Tasks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches for closes that neither wait for a person nor move: the engine may have lost sight of a job. People see it; the next step that
 * does run clears it. A close that no process drives is started again.
 */
@Component
@WithEngine
class ProgressWatch {

    /** When something last happened in a close. */
    private static final String LAST_SIGN_OF_LIFE = """
            select greatest(
                (select opened_at from close where id = :close),
                (select max(done_at) from job_inbox where close_id = :close),
                (select max(completed_at) from task where close_id = :close))
            """;

    private static final Duration START_TAKES_AT_MOST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);

    private final JdbcClient jdbc;
    private final Closes closes;
    private final Tasks tasks;
    private final EngineCommands commands;
    private final PeriodCloseModel model;
    private final Leases leases;
    private final Organisations organisations;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration patience;

    ProgressWatch(
            JdbcClient jdbc,
            Closes closes,
            Tasks tasks,
            EngineCommands commands,
            PeriodCloseModel model,
            Leases leases,
            Organisations organisations,
            CurrentActor currentActor,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${tieout.workflow.step-patience:PT10M}") Duration patience) {
        this.jdbc = jdbc;
        this.closes = closes;
        this.tasks = tasks;
        this.commands = commands;
        this.model = model;
        this.leases = leases;
        this.organisations = organisations;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.patience = patience;
    }

    @Scheduled(
            initialDelayString = "${tieout.workflow.watch-every:PT1M}",
            fixedDelayString = "${tieout.workflow.watch-every:PT1M}")
    void look() {
        organisations.all().forEach(organisation -> look(organisation.id()));
    }

    void look(OrganisationId organisation) {
        currentActor.runAs(Actor.system(organisation), () -> transaction.executeWithoutResult(status -> lookAtAll()));
    }

    private void lookAtAll() {
        closes.all().stream()
                .filter(close -> close.state() != CloseState.FINAL && close.trouble() == null)
                .forEach(this::look);
    }

    private void look(Close close) {
        if (!tasks.openOf(close.key()).isEmpty() || leases.isAtWork(close.key())) {
            return;
        }
        var still = Duration.between(lastSignOfLife(close), clock.instant());
        if (close.processInstanceKey() == null && still.compareTo(START_TAKES_AT_MOST) > 0) {
            LOG.warn(
                    "no process drives the close of {} in {}, starting it again", close.period(), close.organisation());
            commands.start(model.id(), Map.of("closeId", close.key()));
        } else if (still.compareTo(patience) > 0) {
            LOG.error(
                    "the close of {} in {} has stood still for {} at “{}”",
                    close.period(),
                    close.organisation(),
                    still,
                    close.step());
            closes.troubled(
                    close.key(),
                    close.step(),
                    "Nothing has happened for " + still.toMinutes() + " minutes in this step.");
        }
    }

    private Instant lastSignOfLife(Close close) {
        return jdbc.sql(LAST_SIGN_OF_LIFE)
                .param("close", close.key())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
