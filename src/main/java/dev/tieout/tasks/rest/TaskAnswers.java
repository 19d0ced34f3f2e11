package dev.tieout.tasks.rest;

import dev.tieout.closing.Closes;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks with the periods they belong to. */
@Component
class TaskAnswers {

    private final Tasks tasks;
    private final Closes closes;

    TaskAnswers(Tasks tasks, Closes closes) {
        this.tasks = tasks;
        this.closes = closes;
    }

    TaskAnswer of(Task task) {
        return of(task, new HashMap<>());
    }

    /** Looks each close up once. */
    List<TaskAnswer> of(List<Task> page) {
        Map<Long, String> periods = new HashMap<>();
        return page.stream().map(task -> of(task, periods)).toList();
    }

    private TaskAnswer of(Task task, Map<Long, String> periods) {
        Long close = task.closeId();
        @Nullable
        String period = close == null
                ? null
                : periods.computeIfAbsent(close, key -> closes.withKey(key).period());
        var whyNot = task.isOpen() ? tasks.whyNot(task).orElse(null) : null;
        return TaskAnswer.of(task, period, whyNot);
    }
}
