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
        sender.execute(this::sendAll);
    }

    void close() {
        open = false;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void written(CommandWritten committed) {
        var organisation = currentActor.get().organisation();
        sender.execute(() -> {
            try {
                send(organisation);
            } catch (RuntimeException e) {
                LOG.warn("a command to the engine waits: {}", e.getMessage());
            }
        });
    }

    /** Sends everything that waits, in every organisation. */
    @Scheduled(fixedDelayString = "${tieout.workflow.sweep-every:PT5S}")
    void sendAll() {
        try {
            organisations.all().forEach(organisation -> send(organisation.id()));
        } catch (Engine.Unavailable e) {
            LOG.warn("commands to the engine wait: {}", e.getMessage());
        }
    }

    private void send(OrganisationId organisation) {
        long after = 0;
        while (open && after >= 0) {
            long last = after;
            after = currentActor.callAs(
                    Actor.system(organisation), () -> transaction.execute(status -> sendNext(organisation, last)));
        }
    }

    /** The id of the command that was looked at, or -1 when none is left. */
    private long sendNext(OrganisationId organisation, long after) {
        var next = commands.next(after);
        next.ifPresent(command -> {
            try {
                send(organisation, command);
                commands.sent(command);
            } catch (Engine.Rejected e) {
                LOG.error("the engine refuses command {} of {}", command.id(), organisation, e);
            }
        });
        return next.map(Command::id).orElse(-1L);
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
        sender.shutdownNow();
    }
}
