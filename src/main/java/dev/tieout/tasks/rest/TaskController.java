package dev.tieout.tasks.rest;

import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.Filter;
import dev.tieout.tasks.Tasks.TaskRefused;
import dev.tieout.terms.Page;
import dev.tieout.terms.Refusal.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private final Tasks tasks;
    private final TaskAnswers answers;

    TaskController(Tasks tasks, TaskAnswers answers) {
        this.tasks = tasks;
        this.answers = answers;
    }

    /** Newest first; the cursor is the id of the last task seen. */
    @GetMapping
    Page<TaskAnswer> list(
            @RequestParam(defaultValue = "open") String filter,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        var page = tasks.list(filterOf(filter), cursor, limit);
        var next = page.size() < limit ? null : Long.toString(page.getLast().key());
        return new Page<>(answers.of(page), next);
    }

    @GetMapping("/{id}")
    TaskAnswer one(@PathVariable long id) {
        return answers.of(tasks.task(id));
    }

    @PostMapping("/{id}/claim")
    TaskAnswer claim(@PathVariable long id) {
        return answers.of(tasks.claim(id));
    }

    @PostMapping("/{id}/release")
    TaskAnswer release(@PathVariable long id) {
        return answers.of(tasks.release(id));
    }

    @PostMapping("/{id}/complete")
    TaskAnswer complete(@PathVariable long id, @Valid @RequestBody Completion completion) {
        var decision = Decision.ofSlug(completion.decision())
                .orElseThrow(() -> new TaskRefused(
                        Kind.INVALID,
                        "no-such-decision",
                        "“" + completion.decision() + "” is no decision; say approve, reject or done."));
        return answers.of(tasks.complete(id, decision, completion.comment()));
    }

    private static Filter filterOf(String word) {
        return Arrays.stream(Filter.values())
                .filter(filter -> filter.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TaskRefused(
                        Kind.INVALID,
                        "no-such-filter",
                        "“" + word + "” is no filter; say open, mine, unassigned or completed."));
    }

    record Completion(
            @NotBlank String decision,
            @Nullable @Size(max = 4_000) String comment) {}
}
