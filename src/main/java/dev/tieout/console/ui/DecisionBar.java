package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tieout.organisation.Actor;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.TaskKind.Verdict;
import dev.tieout.tasks.Tasks;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Claims, releases and ends a task. Who may not decide reads why instead of finding buttons. An approval is offered only to the person
 * who holds the task, since holding it ties the decision to the data as it was when they began to look.
 */
final class DecisionBar extends Div {

    private final Tasks tasks;
    private final Task task;
    private final Actor person;
    private final @Nullable Long revision;
    private final Runnable changed;
    private final Runnable ended;
    private final TextArea comment = new TextArea("Comment");

    /**
     * @param revision the close's present revision, null for a task without a close
     * @param changed called when the task was claimed or released
     * @param ended called when it was completed
     */
    DecisionBar(Tasks tasks, Task task, Actor person, @Nullable Long revision, Runnable changed, Runnable ended) {
        this.tasks = tasks;
        this.task = task;
        this.person = person;
        this.revision = revision;
        this.changed = changed;
        this.ended = ended;
        addClassName("decision-bar");
        setId("decision-bar");
        offer();
    }

    private void offer() {
        var whyNot = tasks.whyNot(task);
        if (whyNot.isPresent()) {
            add(callout(whyNot.get()));
            if (isMine()) {
                add(release());
            }
        } else if (task.assignee() != null && !isMine()) {
            add(callout(task.assignee() + " holds this task. Once they release it, you can take it."));
        } else if (task.kind().verdict() == Verdict.APPROVE_OR_REJECT) {
            offerApproval();
        } else {
            offerDone();
        }
    }

    private boolean isMine() {
        return person.name().equals(task.assignee());
    }

    private void offerApproval() {
        if (!isMine()) {
            add(
                    Panel.quiet(
                            "Claim the task to decide on it. Your decision then counts for the data as you see it now."),
                    button("claim", "Claim", ButtonVariant.PRIMARY, this::claim));
        } else if (revision != null && !revision.equals(task.claimedAtRevision())) {
            add(
                    callout(
                            "The data changed since you claimed this task. Look at it again, then renew your claim to decide."),
                    button("claim", "Renew claim", ButtonVariant.PRIMARY, this::claim));
        } else {
            comment.setId("comment");
            comment.setManualValidation(true);
            comment.setHelperText("Required when you reject.");
            add(
                    comment,
                    row(
                            button("approve", "Approve", ButtonVariant.PRIMARY, () -> complete(Decision.APPROVE)),
                            button("reject", "Reject", ButtonVariant.ERROR, this::reject),
                            release()));
        }
    }

    private void offerDone() {
        var id = task.kind() == TaskKind.PROVIDE_SOURCES ? "complete-sources" : "complete";
        var done = row(button(id, doneWord(task.kind()), ButtonVariant.PRIMARY, () -> complete(Decision.DONE)));
        done.add(isMine() ? release() : button("claim", "Claim", ButtonVariant.TERTIARY, this::claim));
        add(done);
    }

    private static String doneWord(TaskKind kind) {
        return switch (kind) {
            case PROVIDE_SOURCES -> "All sources are in";
            case RESOLVE_IMPORT -> "Go on with these files";
            case RESOLVE_UNCLASSIFIED -> "All movements are classified";
            case RESOLVE_BREACH -> "Compute again";
            case RESOLVE_VARIANCES -> "Reconcile again";
            default -> "Done";
        };
    }

    private void claim() {
        if (Notices.unlessRefused(() -> tasks.claim(task.key()))) {
            changed.run();
        }
    }

    private Button release() {
        return button("release", "Release", ButtonVariant.TERTIARY, () -> {
            if (Notices.unlessRefused(() -> tasks.release(task.key()))) {
                changed.run();
            }
        });
    }

    private void reject() {
        if (comment.getValue().isBlank()) {
            comment.setInvalid(true);
            comment.setErrorMessage("Say what has to change.");
            comment.focus();
            return;
        }
        complete(Decision.REJECT);
    }

    private void complete(Decision decision) {
        var said = comment.getValue().isBlank() ? null : comment.getValue().trim();
        if (Notices.unlessRefused(() -> tasks.complete(task.key(), decision, said))) {
            Notices.done(Words.of(task.kind()) + ": "
                    + switch (decision) {
                        case APPROVE -> "approved.";
                        case REJECT -> "rejected.";
                        case DONE -> "done.";
                    });
            ended.run();
        }
    }

    private static Button button(String id, String word, ButtonVariant variant, Runnable work) {
        var button = new Button(word, click -> work.run());
        button.setId(id);
        button.addThemeVariants(variant);
        return button;
    }

    private static Div row(Component... buttons) {
        var row = new Div(buttons);
        row.addClassName("actions");
        return row;
    }

    private static Paragraph callout(String sentence) {
        var callout = new Paragraph(sentence);
        callout.setId("why-not");
        callout.addClassName("callout");
        return callout;
    }
}
