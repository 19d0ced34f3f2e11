package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind.Verdict;
import dev.tieout.tasks.Tasks;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Where a person works on one task: what it is about, what there is to see, and the decision. */
@Route("task")
@PermitAll
class TaskView extends Main implements HasUrlParameter<Long>, HasDynamicTitle {

    private final Tasks tasks;
    private final Closes closes;
    private final Workbench workbench;
    private final CurrentActor currentActor;
    private final Format format;
    private String title = "Task";

    TaskView(Tasks tasks, Closes closes, Workbench workbench, CurrentActor currentActor, Format format) {
        this.tasks = tasks;
        this.closes = closes;
        this.workbench = workbench;
        this.currentActor = currentActor;
        this.format = format;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title + " – Tieout";
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(id);
    }

    private void show(long id) {
        var task = tasks.task(id);
        var close = task.closeId() == null ? null : closes.withKey(task.closeId());
        title = Words.of(task.kind());
        removeAll();
        add(heading(task, close));
        if (task.state() == Task.State.OPEN) {
            add(decision(task, close));
        } else {
            add(ended(task));
        }
        var work = close == null ? workbench.about(task) : workbench.of(task, close, () -> redecide(id));
        add(work.toArray(Component[]::new));
    }

    private Component heading(Task task, @Nullable Close close) {
        var heading = new PageHeading(Words.of(task.kind()));
        if (task.state() == Task.State.OPEN && (task.overdueSince() != null || format.isPast(task.dueAt()))) {
            heading.with(new Tag("Overdue", Tone.BAD));
        }
        heading.saying(line(task, close));
        if (close != null) {
            heading.offering(new Anchor("closes/" + close.period(), "Close of " + Words.of(close.span())));
        }
        return heading;
    }

    private String line(Task task, @Nullable Close close) {
        var about = close == null ? task.title() : Words.of(close.span()) + ", " + CloseWords.span(close);
        if (task.state() != Task.State.OPEN) {
            return about + ".";
        }
        var holder = task.assignee() == null
                ? "Nobody holds it yet; for any " + Words.within(task.kind().role())
                : "Held by " + task.assignee();
        return about + ". " + holder + ". Due " + format.due(task.dueAt()) + ".";
    }

    private Component decision(Task task, @Nullable Close close) {
        var bar = new DecisionBar(
                tasks,
                task,
                currentActor.get(),
                close == null ? null : close.revision(),
                () -> show(task.key()),
                () -> leave(close));
        bar.addClassName("panel");
        return bar;
    }

    /** After someone changed the data here, the decision may no longer be theirs: only that part is made anew. */
    private void redecide(long id) {
        var task = tasks.task(id);
        var close = task.closeId() == null ? null : closes.withKey(task.closeId());
        getChildren()
                .filter(DecisionBar.class::isInstance)
                .findFirst()
                .ifPresent(bar -> replace(bar, decision(task, close)));
    }

    private static void leave(@Nullable Close close) {
        UI.getCurrent().navigate(close == null ? "" : "closes/" + close.period());
    }

    private Component ended(Task task) {
        var panel = new Panel("How it ended");
        if (task.state() == Task.State.WITHDRAWN) {
            panel.add(Panel.quiet("The process no longer waits for this task."));
            return panel;
        }
        var verdict = task.kind().verdict() == Verdict.DONE
                ? "Done"
                : "reject".equals(task.decision()) ? "Rejected" : "Approved";
        panel.add(new Paragraph(
                new Span(verdict + " by " + task.completedBy() + ", " + format.at(task.completedAt())),
                new Span(task.comment() == null ? "." : ": “" + task.comment() + "”")));
        return panel;
    }
}
