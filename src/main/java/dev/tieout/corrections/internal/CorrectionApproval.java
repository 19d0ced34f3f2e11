package dev.tieout.corrections.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Correction.State;
import dev.tieout.corrections.Corrections.NoSuchCorrection;
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
class CorrectionApproval implements Objection {

    private final CorrectionRecords records;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectionApproval(CorrectionRecords records, AuditTrail audit, Clock clock) {
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<String> to(Task task, Actor person) {
        if (task.kind() != TaskKind.APPROVE_CORRECTION) {
            return Optional.empty();
        }
        return records.find(keyOf(task))
                .filter(correction -> correction.raisedBy().equals(person.name()))
                .map(own -> "You raised this correction, so another person has to decide about it.");
    }

    @EventListener
    void on(TaskCompleted completed) {
        var task = completed.task();
        if (task.kind() != TaskKind.APPROVE_CORRECTION) {
            return;
        }
        long id = keyOf(task);
        var correction = records.hold(id).orElseThrow(() -> new NoSuchCorrection(id));
        if (correction.state() != State.AWAITING_APPROVAL) {
            throw new TaskRefused(
                    Refusal.Kind.CONFLICT,
                    "correction-decided",
                    "Correction " + id + " no longer waits for a decision.");
        }
        decide(correction, task, completed.decision());
    }

    private void decide(Correction correction, Task task, Decision decision) {
        var person = Objects.requireNonNull(task.completedBy());
        var state = decision == Decision.APPROVE ? State.APPROVED : State.REJECTED;
        Map<String, @Nullable Object> decided = new HashMap<>();
        decided.put("decided_by", person);
        decided.put("decided_at", Timestamp.from(clock.instant()));
        decided.put("decision_comment", task.comment());
        records.set(correction.id(), state, decided);
        audit.record(
                decision == Decision.APPROVE ? "correction-approved" : "correction-rejected",
                RaisedCorrections.subject(correction),
                Map.of("state", correction.state()),
                Map.of("state", state, "impact", Objects.requireNonNullElse(correction.impactHash(), "")),
                task.comment());
    }

    /** The correction that a task is about. */
    private static long keyOf(Task task) {
        var subject = Objects.requireNonNull(task.subject(), "a correction's task names it");
        return Long.parseLong(subject.substring(subject.lastIndexOf('/') + 1));
    }
}
