package dev.tieout.workflow.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.workflow.internal.Watched.UnderWay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches for closes, corrections, back-posting notes and changes of rules that neither wait for a person nor move: the engine may have lost
 * sight of a job. People see it; the next step that does run clears it. One that no process drives is started again.
 */
@Component
@WithEngine
class ProgressWatch {

    private static final Duration START_TAKES_AT_MOST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);

    private final List<Watched> watched;
    private final Organisations organisations;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration patience;

    ProgressWatch(
            List<Watched> watched,
            Organisations organisations,
            CurrentActor currentActor,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${tieout.workflow.step-patience:PT10M}") Duration patience) {
        this.watched = watched;
        this.organisations = organisations;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.patience = patience;
    }

    /** What fails in one organisation, or of one sort, does not keep the others from being looked at. */
    @Scheduled(
            initialDelayString = "${tieout.workflow.watch-every:PT1M}",
            fixedDelayString = "${tieout.workflow.watch-every:PT1M}")
    void look() {
        for (var organisation : organisations.all()) {
            try {
                look(organisation.id());
            } catch (RuntimeException e) {
                LOG.error("{} was not looked at to its end", organisation.id(), e);
            }
        }
    }

    void look(OrganisationId organisation) {
        currentActor.runAs(
                Actor.system(organisation),
                () -> watched.forEach(one -> transaction.executeWithoutResult(
                        status -> one.underWay().forEach(this::look))));
    }

    private void look(UnderWay one) {
        var still = Duration.between(one.lastSignOfLife(), clock.instant());
        if (!one.driven() && still.compareTo(START_TAKES_AT_MOST) > 0) {
            LOG.warn("no process drives {}, starting it again", one.name());
            one.start().run();
        } else if (still.compareTo(patience) > 0) {
            LOG.error("{} has stood still for {}", one.name(), still);
            one.trouble().accept("Nothing has happened for " + still.toMinutes() + " minutes " + one.what() + ".");
        }
    }
}
