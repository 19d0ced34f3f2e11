package dev.tieout.workflow.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.workflow.internal.EngineCommands.Command;
import dev.tieout.workflow.internal.EngineCommands.CommandWritten;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what was written for the engine: at once after the commit, and again from time to time until the engine has it. Every command
 * may arrive twice without harm.
 */
@Component
@WithEngine
class CommandDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDispatch.class);

    private final EngineCommands commands;
    private final Engine engine;
    private final Organisations organisations;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("engine-commands").factory());
    private volatile boolean open;

    CommandDispatch(
            EngineCommands commands,
            Engine engine,
            Organisations organisations,
            Processes processes,
            CurrentActor currentActor,
            PlatformTransactionManager transactions) {
        this.commands = commands;
        this.engine = engine;
        this.organisations = organisations;
        this.processes = processes;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** From now on the engine knows the model, and a start finds it. */
    void open() {
        open = true;
        soon(this::sendAll);
    }

    void close() {
        open = false;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void written(CommandWritten committed) {
        var organisation = currentActor.get().organisation();
        soon(() -> sendWhatWaits(organisation));
    }

    /** When the product stops meanwhile there is nobody to send any more; what waits is sent when it is started again. */
    private void soon(Runnable work) {
        try {
            sender.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.info("the product stops: commands to the engine wait for its next start");
        }
    }

    /** Sends everything that waits. What one organisation cannot send keeps nothing of another's back. */
    @Scheduled(fixedDelayString = "${tieout.workflow.sweep-every:PT5S}")
    void sendAll() {
        if (open) {
            organisations.all().forEach(organisation -> sendWhatWaits(organisation.id()));
        }
    }

    private void sendWhatWaits(OrganisationId organisation) {
        try {
            send(organisation);
        } catch (RuntimeException e) {
            if (open) {
                LOG.warn("commands of {} to the engine wait: {}", organisation, e.getMessage());
            }
        }
    }

    /** One after the other; one that fails by itself waits for the next time, and those after it do not wait for it. */
    private void send(OrganisationId organisation) {
        var looked = new AtomicLong();
        boolean more = true;
        while (open && more) {
            long last = looked.get();
            try {
                more = sendNext(organisation, looked);
            } catch (Engine.Unavailable away) {
                throw away;
            } catch (RuntimeException e) {
                if (looked.get() == last) {
                    throw e;
                }
                LOG.error("command {} of {} could not be sent", looked.get(), organisation, e);
            }
        }
    }

    /** Whether there was one. */
    private boolean sendNext(OrganisationId organisation, AtomicLong looked) {
        var found = currentActor.callAs(
                Actor.system(organisation), () -> transaction.execute(status -> sendAfter(organisation, looked)));
        return Boolean.TRUE.equals(found);
    }

    private boolean sendAfter(OrganisationId organisation, AtomicLong looked) {
        var next = commands.next(looked.get());
        next.ifPresent(command -> {
            looked.set(command.id());
            try {
                send(organisation, command);
                commands.sent(command);
            } catch (Engine.Rejected e) {
                LOG.error("the engine refuses command {} of {}", command.id(), organisation, e);
            }
        });
        return next.isPresent();
    }

    private void send(OrganisationId organisation, Command command) {
        switch (command.kind()) {
            case START -> start(organisation, command);
            case COMPLETE -> complete(command);
        }
    }

    private void start(OrganisationId organisation, Command command) {
        var process = processes.withId(String.valueOf(command.payload().get("process")));
        process.start(organisation, command.part("about"))
                .ifPresent(start -> engine.start(
                        process.model().startMessage(), start.correlationKey(), start.messageId(), start.variables()));
    }

    private void complete(Command command) {
        if (!engine.complete(command.number("jobKey"), command.part("variables"))) {
            LOG.info("the engine no longer waits for job {}", command.number("jobKey"));
        }
    }

    @PreDestroy
    void stop() {
        open = false;
        sender.shutdownNow();
    }
}
