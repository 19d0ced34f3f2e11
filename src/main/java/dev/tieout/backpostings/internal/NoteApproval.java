package dev.tieout.backpostings.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.backpostings.BackPostings.NoSuchNote;
import dev.tieout.organisation.Actor;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Objection;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskCompleted;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks.TaskRefused;
import dev.tieout.terms.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A person decides about a note: never its author, and in the transaction in which they say so. */
@Component
class NoteApproval implements Objection {

    private final NoteRecords records;
    private final AuditTrail audit;
    private final Clock clock;

    NoteApproval(NoteRecords records, AuditTrail audit, Clock clock) {
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<String> to(Task task, Actor person) {
        if (task.kind() != TaskKind.APPROVE_BACK_POSTING) {
            return Optional.empty();
        }
        return records.find(keyOf(task))
                .filter(note -> note.raisedBy().equals(person.name()))
                .map(own -> "You raised this back-posting note, so another person has to decide about it.");
    }

    @EventListener
    void on(TaskCompleted completed) {
        var task = completed.task();
        if (task.kind() != TaskKind.APPROVE_BACK_POSTING) {
            return;
        }
        long id = keyOf(task);
        var note = records.hold(id).orElseThrow(() -> new NoSuchNote(id));
        if (note.state() != State.AWAITING_APPROVAL) {
            throw new TaskRefused(
                    Refusal.Kind.CONFLICT,
                    "back-posting-decided",
                    "Back-posting note " + id + " no longer waits for a decision.");
        }
        var state = completed.decision() == Decision.APPROVE ? State.APPROVED : State.REJECTED;
        Map<String, @Nullable Object> decided = new HashMap<>();
        decided.put("decided_by", Objects.requireNonNull(task.completedBy()));
        decided.put("decided_at", Timestamp.from(clock.instant()));
        decided.put("decision_comment", task.comment());
        records.set(id, state, decided);
        audit.record(
                state == State.APPROVED ? "back-posting-approved" : "back-posting-rejected",
                NotedBackPostings.trail(note),
                Map.of("state", note.state()),
                Map.of("state", state, "sha256", note.sha256()),
                task.comment());
    }

    private static long keyOf(Task task) {
        return BackPostingNote.idOf(Objects.requireNonNull(task.subject(), "a note's task names it"));
    }
}
