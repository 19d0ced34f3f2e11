package dev.tieout.console.rest;

import dev.tieout.closing.CloseState;
import dev.tieout.console.CloseOverview;
import dev.tieout.publication.Publication;
import dev.tieout.sources.Receipt;
import dev.tieout.tasks.Task;
import dev.tieout.terms.MovementClass;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A close as the API shows it. */
record CloseAnswer(
        String period,
        CloseState state,
        String step,
        @Nullable String trouble,
        @Nullable Long processInstanceKey,
        List<SourceAnswer> sources,
        List<String> importExceptions,
        Map<MovementClass, Long> counts,
        List<TaskAnswer> openTasks,
        long openVariances,
        @Nullable PublicationAnswer publication,
        int policyVersion,
        Map<String, Integer> rules) {

    static CloseAnswer of(CloseOverview overview) {
        var close = overview.close();
        return new CloseAnswer(
                close.period(),
                close.state(),
                close.step(),
                close.trouble(),
                close.processInstanceKey(),
                overview.sources().stream().map(SourceAnswer::of).toList(),
                overview.importExceptions(),
                overview.counts(),
                overview.openTasks().stream().map(TaskAnswer::of).toList(),
                overview.openVariance().count(),
                overview.publication().map(PublicationAnswer::of).orElse(null),
                close.policyVersion(),
                close.ruleVersions());
    }

    record SourceAnswer(
            long id,
            String kind,
            String profile,
            String fileName,
            String sha256,
            long rows,
            long accepted,
            long duplicates,
            long rejected,
            long late,
            boolean superseded) {
        static SourceAnswer of(Receipt receipt) {
            return new SourceAnswer(
                    receipt.id(),
                    receipt.kind().name().toLowerCase(Locale.ROOT),
                    receipt.profile(),
                    receipt.fileName(),
                    receipt.sha256(),
                    receipt.rows(),
                    receipt.accepted(),
                    receipt.duplicates(),
                    receipt.rejected(),
                    receipt.late(),
                    receipt.superseded());
        }
    }

    record TaskAnswer(
            long id,
            String kind,
            String title,
            @Nullable String assignee,
            @Nullable Instant dueAt) {
        static TaskAnswer of(Task task) {
            return new TaskAnswer(task.key(), task.kind().slug(), task.title(), task.assignee(), task.dueAt());
        }
    }

    record PublicationAnswer(int version, Publication.Status status) {
        static PublicationAnswer of(Publication publication) {
            return new PublicationAnswer(publication.version(), publication.status());
        }
    }
}
