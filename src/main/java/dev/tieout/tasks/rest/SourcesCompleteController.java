package dev.tieout.tasks.rest;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.TaskRefused;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For scripts: all sources are in, so the task that waits for them is done. */
@RestController
class SourcesCompleteController {

    private static final Set<TaskKind> WAITING_FOR_SOURCES =
            EnumSet.of(TaskKind.PROVIDE_SOURCES, TaskKind.RESOLVE_IMPORT);

    /** In these the process is on its way to the task: a script that has just opened the close is not told to come back. */
    private static final Set<CloseState> ON_THE_WAY =
            EnumSet.of(CloseState.OPEN, CloseState.AWAITING_SOURCES, CloseState.REJECTED);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Tasks tasks;
    private final Closes closes;
    private final TaskAnswers answers;

    SourcesCompleteController(Tasks tasks, Closes closes, TaskAnswers answers) {
        this.tasks = tasks;
        this.closes = closes;
        this.answers = answers;
    }

    @PostMapping("/api/v1/closes/{period}/sources/complete")
    TaskAnswer complete(@PathVariable String period) throws InterruptedException {
        var close = closes.of(Period.parse(period));
        var task = waiting(close).orElseThrow(() -> notWaiting(close));
        return answers.of(tasks.complete(task.key(), Decision.DONE, null));
    }

    private Optional<Task> waiting(Close close) throws InterruptedException {
        var found = open(close);
        for (long looks = PATIENCE.dividedBy(BETWEEN_LOOKS); found.isEmpty() && looks > 0 && onTheWay(close); looks--) {
            Thread.sleep(BETWEEN_LOOKS);
            found = open(close);
        }
        return found;
    }

    private Optional<Task> open(Close close) {
        return tasks.openOf(close.key()).stream()
                .filter(task -> WAITING_FOR_SOURCES.contains(task.kind()))
                .findFirst();
    }

    private boolean onTheWay(Close close) {
        return ON_THE_WAY.contains(closes.withKey(close.key()).state());
    }

    private TaskRefused notWaiting(Close close) {
        return new TaskRefused(
                Kind.CONFLICT,
                "not-waiting-for-sources",
                "The close of " + close.period() + " does not wait for sources; it is at “"
                        + closes.withKey(close.key()).step() + "”.");
    }
}
