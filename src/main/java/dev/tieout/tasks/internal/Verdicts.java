package dev.tieout.tasks.internal;

import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskCompleted;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.TaskKind.Verdict;
import dev.tieout.tasks.Tasks.TaskRefused;
import dev.tieout.terms.Refusal.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a person's decision has to satisfy and what follows from it, in the transaction of the decision. */
@Component
class Verdicts {

    private final Closes closes;
    private final SignOffs signOffs;
    private final ApplicationEventPublisher events;

    Verdicts(Closes closes, SignOffs signOffs, ApplicationEventPublisher events) {
        this.closes = closes;
        this.signOffs = signOffs;
        this.events = events;
    }

    /** Refuses a decision that the kind of task does not take, and a rejection without a comment. */
    void refuseUnfit(Task task, Decision decision, @Nullable String comment) {
        boolean fits = (decision == Decision.DONE) == (task.kind().verdict() == Verdict.DONE);
        if (!fits) {
            var words = task.kind().verdict() == Verdict.DONE ? "“done”" : "“approve” or “reject”";
            throw new TaskRefused(
                    Kind.INVALID, "decision-does-not-fit", "“" + task.title() + "” ends with " + words + ".");
        }
        if (decision == Decision.REJECT && comment == null) {
            throw new TaskRefused(Kind.INVALID, "comment-required", "Say in a comment why you reject it.");
        }
    }

    /**
     * Refuses to decide about data that has changed since the task was claimed. Who works on the data raises the revision by the work
     * itself, so only decisions are checked.
     */
    void refuseOvertaken(Task task) {
        var close = task.closeId();
        if (close == null) {
            return;
        }
        // Held for every kind: the close's row before the task's, always, or two people at once could wait for each
        // other.
        long revision = closes.holdRevision(close);
        if (task.kind().verdict() == Verdict.APPROVE_OR_REJECT && !Objects.equals(revision, task.claimedAtRevision())) {
            throw new TaskRefused(
                    Kind.CONFLICT,
                    "data-changed",
                    "The data changed since you claimed “" + task.title() + "”. Claim it again and look once more.");
        }
    }

    /** Signs what was approved, suspends what a refused sign-off stood on, and announces the end of the task. */
    void carryOut(Task task, Decision decision, @Nullable String comment) {
        var close = task.closeId();
        if (close != null && decision == Decision.APPROVE) {
            switch (task.kind()) {
                case APPROVE_CLASSIFICATION -> signOffs.sign(close, SignOff.Kind.CLASSIFICATION, comment);
                case SIGN_OFF -> signOffs.sign(close, SignOff.Kind.PUBLICATION, comment);
                default -> {}
            }
        }
        if (close != null && decision == Decision.REJECT && task.kind() == TaskKind.SIGN_OFF) {
            closes.changed(close, SignOff.Kind.CLASSIFICATION, "Sign-off rejected: " + comment);
        }
        events.publishEvent(new TaskCompleted(task, decision));
    }
}
