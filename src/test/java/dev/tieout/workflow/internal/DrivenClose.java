package dev.tieout.workflow.internal;

import static org.awaitility.Awaitility.await;

import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A close under way on the engine, as the people of a test see it. */
final class DrivenClose {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final GivenOrganisation organisation;
    final long key;
    private final Closes closes;
    private final Tasks tasks;

    private DrivenClose(GivenOrganisation organisation, long key, Closes closes, Tasks tasks) {
        this.organisation = organisation;
        this.key = key;
        this.closes = closes;
        this.tasks = tasks;
    }

    static DrivenClose opened(GivenOrganisation organisation, String period, Closes closes, Tasks tasks) {
        var close = organisation.as("analyst", () -> closes.open(Period.parse(period)));
        return new DrivenClose(organisation, close.key(), closes, tasks);
    }

    Close now() {
        return organisation.as("manager", () -> closes.withKey(key));
    }

    /** The open task of a kind, once there is one. */
    Task task(TaskKind kind) {
        return until("a task " + kind, () -> open(kind)).orElseThrow();
    }

    DrivenClose done(String who, TaskKind kind) {
        return ended(who, kind, Decision.DONE, null);
    }

    DrivenClose approved(String who, TaskKind kind) {
        return ended(who, kind, Decision.APPROVE, null);
    }

    DrivenClose rejected(String who, TaskKind kind, String why) {
        return ended(who, kind, Decision.REJECT, why);
    }

    private DrivenClose ended(String who, TaskKind kind, Decision decision, @Nullable String why) {
        var task = task(kind);
        organisation.as(who, () -> tasks.complete(task.key(), decision, why));
        return this;
    }

    DrivenClose reaches(CloseState state) {
        await("state " + state + " of " + key).atMost(PATIENCE).until(() -> now().state(), state::equals);
        return this;
    }

    /** A later task of the kind than the one given. */
    Task taskAfter(Task former) {
        return until(
                        "another task " + former.kind(),
                        () -> open(former.kind()).filter(task -> task.key() > former.key()))
                .orElseThrow();
    }

    private Optional<Task> open(TaskKind kind) {
        return organisation.as("manager", () -> tasks.openOf(key)).stream()
                .filter(task -> task.kind() == kind)
                .findFirst();
    }

    private <T> Optional<T> until(String what, Callable<Optional<T>> look) {
        return await(what + " of close " + key)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(look, Optional::isPresent);
    }
}
