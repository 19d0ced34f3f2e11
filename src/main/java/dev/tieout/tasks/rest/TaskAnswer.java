package dev.tieout.tasks.rest;

import dev.tieout.tasks.Task;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API shows it.
 *
 * @param close the period it belongs to, or null
 * @param subject what it decides about, when that is less than its close or none: {@code correction/12}, {@code rule/movement-classification/3}
 * @param whyNot why the asking person may not decide it, as a sentence; null when they may
 */
record TaskAnswer(
        long id,
        String kind,
        @Nullable String close,
        String title,
        @Nullable String subject,
        String candidateRole,
        @Nullable String assignee,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant overdueSince,
        Task.State state,
        @Nullable Instant completedAt,
        @Nullable String completedBy,
        @Nullable String decision,
        @Nullable String comment,
        @Nullable String whyNot) {

    static TaskAnswer of(Task task, @Nullable String period, @Nullable String whyNot) {
        return new TaskAnswer(
                task.key(),
                task.kind().slug(),
                period,
                task.title(),
                task.subject(),
                task.candidateRole().toLowerCase(Locale.ROOT),
                task.assignee(),
                task.createdAt(),
                task.dueAt(),
                task.overdueSince(),
                task.state(),
                task.completedAt(),
                task.completedBy(),
                task.decision(),
                task.comment(),
                whyNot);
    }
}
