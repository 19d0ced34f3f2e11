package dev.tieout.tasks.ui;

import dev.tieout.tasks.Task;
import dev.tieout.tasks.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a grid's offsets into the list's keys: it reads on from the last task seen, and keeps what it has read. */
final class TaskPages {

    private static final int STEP = 100;

    private final Tasks tasks;
    private final Tasks.Filter filter;
    private final List<Task> read = new ArrayList<>();
    private boolean ended;

    TaskPages(Tasks tasks, Tasks.Filter filter) {
        this.tasks = tasks;
        this.filter = filter;
    }

    Stream<Task> fetch(int offset, int limit) {
        while (!ended && read.size() < offset + limit) {
            var page = tasks.list(filter, last(), STEP);
            read.addAll(page);
            ended = page.size() < STEP;
        }
        return read.stream().skip(offset).limit(limit);
    }

    private @Nullable Long last() {
        return read.isEmpty() ? null : read.getLast().key();
    }
}
