package dev.tieout.demo.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.Variance;
import dev.tieout.rules.VarianceCause;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays the people of {@code acme}: two months closed to FINAL, the second by way of a provisional version with one variance, the third
 * waiting for approval. Every step looks at what is waiting, so it can be stopped anywhere and goes on at the next start.
 */
@Component
@Profile("local")
class DemoScript {

    private static final Logger LOG = LoggerFactory.getLogger(DemoScript.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int LOOKS = 1_500;
    private static final int MANY = 1_000;
    private static final Period WITH_VARIANCE = DemoBook.PERIODS.get(1);
    private static final BigDecimal MISPOSTED = new BigDecimal("12.50");

    private final Closes closes;
    private final Sources sources;
    private final Tasks tasks;
    private final Reconciliation reconciliation;
    private final CurrentActor currentActor;

    DemoScript(Closes closes, Sources sources, Tasks tasks, Reconciliation reconciliation, CurrentActor currentActor) {
        this.closes = closes;
        this.sources = sources;
        this.tasks = tasks;
        this.reconciliation = reconciliation;
        this.currentActor = currentActor;
    }

    void play() {
        var book = new DemoBook();
        for (var period : DemoBook.PERIODS) {
            var opening = book.accounts();
            book.pass(period);
            var close = as("manager", Role.MANAGER, () -> find(period))
                    .orElseGet(() -> as("analyst", Role.ANALYST, () -> closes.open(period)));
            perform(close.key(), period, opening, book.accounts());
        }
        LOG.info("demo: acme is ready");
    }

    private Optional<Close> find(Period period) {
        return closes.all().stream()
                .filter(close -> close.span().equals(period))
                .findFirst();
    }

    /** Does what is waiting until the month is final, or, for the last one, until it waits for its approver. */
    private void perform(long close, Period period, List<DemoAccount> opening, List<DemoAccount> closing) {
        boolean last = period.equals(DemoBook.PERIODS.getLast());
        for (int look = 0; look < LOOKS; look++) {
            if (as("manager", Role.MANAGER, () -> closes.withKey(close)).state() == CloseState.FINAL) {
                return;
            }
            for (var task : as("manager", Role.MANAGER, () -> tasks.openOf(close))) {
                if (last && task.kind() == TaskKind.APPROVE_CLASSIFICATION) {
                    return;
                }
                act(task, close, period, opening, closing);
            }
            pause();
        }
        throw new IllegalStateException("the close of " + period + " does not move");
    }

    private void act(Task task, long close, Period period, List<DemoAccount> opening, List<DemoAccount> closing) {
        switch (task.kind()) {
            case PROVIDE_SOURCES -> {
                as("analyst", Role.ANALYST, () -> provide(close, period, opening, closing));
                complete("analyst", Role.ANALYST, task, Decision.DONE, "Exports of the month, as downloaded");
            }
            case APPROVE_CLASSIFICATION ->
                complete(
                        "approver",
                        Role.APPROVER,
                        task,
                        Decision.APPROVE,
                        "Looked at the flagged accounts with their success managers");
            case RESOLVE_VARIANCES -> {
                explainAll(close);
                complete("controller", Role.CONTROLLER, task, Decision.DONE, "One posting explained");
            }
            case SIGN_OFF ->
                complete("controller2", Role.CONTROLLER, task, Decision.APPROVE, "Ties to the trial balance");
            default -> throw new IllegalStateException("the demo did not expect " + task.title());
        }
    }

    private boolean provide(long close, Period period, List<DemoAccount> opening, List<DemoAccount> closing) {
        if (closes.withKey(close).firstPeriod()) {
            receive(period, SourceKind.OPENING, "generic-snapshot", "opening", DemoFiles.snapshot(period, opening));
        }
        receive(period, SourceKind.ACCOUNTS, "generic-accounts", "accounts", DemoFiles.accounts(closing));
        receive(period, SourceKind.BILLING, "generic-snapshot", "billing", DemoFiles.snapshot(period, closing));
        var missing = period.equals(WITH_VARIANCE) ? MISPOSTED : BigDecimal.ZERO;
        receive(period, SourceKind.LEDGER, "generic-ledger", "ledger", DemoFiles.ledger(period, closing, missing));
        return true;
    }

    private void receive(Period period, SourceKind kind, String profile, String name, byte[] file) {
        sources.receive(period, kind, profile, name + "-" + period + ".csv", new ByteArrayInputStream(file));
    }

    private void explainAll(long close) {
        for (var variance : as("controller", Role.CONTROLLER, () -> reconciliation.variances(close, 0, MANY))) {
            if (variance.state() == Variance.State.OPEN) {
                as(
                        "controller",
                        Role.CONTROLLER,
                        () -> reconciliation.explain(
                                variance.id(),
                                VarianceCause.POSTING,
                                "A one-off goodwill credit of 12.50 USD was booked on the recurring account; the subscription did not change."));
            }
            if (variance.state().isOpen()) {
                as("controller2", Role.CONTROLLER, () -> reconciliation.approve(variance.id(), "Credit note seen"));
            }
        }
    }

    private void complete(String person, Role role, Task task, Decision decision, String comment) {
        as(person, role, () -> tasks.complete(task.key(), decision, comment));
    }

    private <T> T as(String person, Role role, Supplier<T> work) {
        return currentActor.callAs(new Actor(DemoPeople.ACME, person, Set.of(role)), work);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo was interrupted", e);
        }
    }
}
