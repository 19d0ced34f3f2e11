package dev.tieout.workflow.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.tasks.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches for submitted versions that neither wait for a person nor move, as {@link ProgressWatch} does for closes: one that no process
 * drives is started, one that stands still is shown, and people can start it again.
 */
@Component
@WithEngine
class RuleChangeWatch {

    private static final Duration START_TAKES_AT_MOST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(RuleChangeWatch.class);

    private final RuleChanges changes;
    private final Tasks tasks;
    private final EngineCommands commands;
    private final RuleChangeModel model;
    private final Leases leases;
    private final Organisations organisations;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration patience;

    RuleChangeWatch(
            RuleChanges changes,
            Tasks tasks,
            EngineCommands commands,
            RuleChangeModel model,
            Leases leases,
            Organisations organisations,
            CurrentActor currentActor,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${tieout.workflow.step-patience:PT10M}") Duration patience) {
        this.changes = changes;
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
        organisations.all().forEach(organisation -> {
            try {
                look(organisation.id());
            } catch (RuntimeException e) {
                // The others are looked at all the same.
                LOG.error("the rule changes of {} were not looked at", organisation.id(), e);
            }
        });
    }

    void look(OrganisationId organisation) {
        currentActor.runAs(Actor.system(organisation), () -> transaction.executeWithoutResult(status -> lookAtAll()));
    }

    private void lookAtAll() {
        changes.undecided().stream()
                .filter(change -> change.trouble() == null)
                .filter(change -> !leases.isAtWork(change.subject()))
                .filter(change -> tasks.openAbout(change.subject()).isEmpty())
                .forEach(this::look);
    }

    private void look(RuleChange change) {
        var still = Duration.between(change.movedAt(), clock.instant());
        if (change.processInstanceKey() == null && still.compareTo(START_TAKES_AT_MOST) > 0) {
            LOG.warn("no process drives {}, starting it again", change.subject());
            commands.start(model.id(), RuleChangeProcess.about(change.version().pinned()));
        } else if (still.compareTo(patience) > 0) {
            LOG.error("{} has stood still for {}", change.subject(), still);
            changes.troubled(
                    change.version().pinned(),
                    "Nothing has happened for " + still.toMinutes() + " minutes with this version.");
        }
    }
}
