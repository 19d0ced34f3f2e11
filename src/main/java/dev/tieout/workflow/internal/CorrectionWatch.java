package dev.tieout.workflow.internal;

import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Corrections;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.tasks.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * Watches for corrections that neither wait for a person nor move, as {@link ProgressWatch} does for closes: until one is decided, no other
 * can be raised about its close.
 */
@Component
@WithEngine
class CorrectionWatch {

    /** Undecided corrections that show no trouble, and when something last happened with each. */
    private static final String UNDER_WAY = """
            select c.id, c.close_id, c.process_instance_key is not null as driven,
                   greatest(c.raised_at, c.previewed_at, c.decided_at,
                            (select max(done_at) from job_inbox where close_id = c.close_id),
                            (select max(completed_at) from task where close_id = c.close_id)) as last_sign_of_life
            from correction c
            where c.state in ('PREVIEWING', 'AWAITING_APPROVAL', 'APPROVED') and c.trouble is null
            order by c.id
            """;

    private static final Duration START_TAKES_AT_MOST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionWatch.class);

    private final JdbcClient jdbc;
    private final Corrections corrections;
    private final Tasks tasks;
    private final EngineCommands commands;
    private final CorrectionModel model;
    private final Leases leases;
    private final Organisations organisations;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration patience;

    CorrectionWatch(
            JdbcClient jdbc,
            Corrections corrections,
            Tasks tasks,
            EngineCommands commands,
            CorrectionModel model,
            Leases leases,
            Organisations organisations,
            CurrentActor currentActor,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${tieout.workflow.step-patience:PT10M}") Duration patience) {
        this.jdbc = jdbc;
        this.corrections = corrections;
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
        jdbc.sql(UNDER_WAY).query(UnderWay::of).list().stream()
                .filter(correction -> !leases.isAtWork(correction.closeId()))
                .filter(correction -> !waitsForAPerson(correction))
                .forEach(this::look);
    }

    private boolean waitsForAPerson(UnderWay correction) {
        var subject = Correction.subject(correction.id());
        return tasks.openOf(correction.closeId()).stream().anyMatch(task -> subject.equals(task.subject()));
    }

    private void look(UnderWay correction) {
        var still = Duration.between(correction.lastSignOfLife(), clock.instant());
        if (!correction.driven() && still.compareTo(START_TAKES_AT_MOST) > 0) {
            LOG.warn("no process drives correction {}, starting it again", correction.id());
            commands.start(model.id(), Map.of("correctionId", correction.id()));
        } else if (still.compareTo(patience) > 0) {
            LOG.error("correction {} has stood still for {}", correction.id(), still);
            corrections.troubled(
                    correction.id(),
                    "Nothing has happened for " + still.toMinutes() + " minutes with this correction.");
        }
    }

    /** A correction that nobody has decided yet, or that is being applied. */
    private record UnderWay(long id, long closeId, boolean driven, Instant lastSignOfLife) {

        static UnderWay of(ResultSet row, int number) throws SQLException {
            return new UnderWay(
                    row.getLong("id"),
                    row.getLong("close_id"),
                    row.getBoolean("driven"),
                    row.getTimestamp("last_sign_of_life").toInstant());
        }
    }
}
