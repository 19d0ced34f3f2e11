package dev.tieout.demo.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets the demo up once the application is ready: organisations when there are none, then {@code acme}'s months, which go on where they
 * stood when the application was stopped in between.
 */
@Component
@Profile("local")
class DemoStage {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(32);
    private static final Logger LOG = LoggerFactory.getLogger(DemoStage.class);

    private final Organisations organisations;
    private final DemoPeople people;
    private final DemoScript script;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;

    DemoStage(
            Organisations organisations,
            DemoPeople people,
            DemoScript script,
            CurrentActor currentActor,
            PlatformTransactionManager transactions) {
        this.organisations = organisations;
        this.people = people;
        this.script = script;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void set(ApplicationReadyEvent ready) {
        people.enlistOperator();
        if (organisations.all().isEmpty()) {
            var operator = new Actor(OrganisationId.INSTALLATION, DemoPeople.OPERATOR, Set.of(Role.OPERATOR));
            currentActor.runAs(operator, () -> transaction.executeWithoutResult(status -> createBoth()));
        }
        Thread.ofVirtual().name("demo").start(this::play);
    }

    /** In one transaction: after a crash in between there would be organisations, and so no reason to create the other. */
    private void createBoth() {
        organisations.create(DemoPeople.ACME, "Acme Cloud");
        organisations.create(DemoPeople.GLOBEX, "Globex");
    }

    private void play() {
        var pause = FIRST_PAUSE;
        while (!played(pause) && slept(pause)) {
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    /** Whether there is nothing left to do in this run: all is played, or something happened that trying again does not mend. */
    private boolean played(Duration pause) {
        try {
            script.play();
            return true;
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the demo goes on in {}: {}", pause, away.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("the demo months of acme are incomplete; the next start goes on from here", e);
            return true;
        }
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
