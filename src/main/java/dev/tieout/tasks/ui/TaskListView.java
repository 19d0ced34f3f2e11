package dev.tieout.tasks.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.Filter;
import dev.tieout.web.ui.ChoiceTabs;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What waits for whom: open, mine, unassigned, completed. A row leads to the work itself. */
@Route("")
@PageTitle("Tasks – Tieout")
@Menu(title = "Tasks", order = 1)
@PermitAll
class TaskListView extends Main {

    private final Tasks tasks;
    private final Closes closes;
    private final CurrentActor currentActor;
    private final Format format;
    private final ChoiceTabs filters = new ChoiceTabs("Which tasks");
    private final Grid<Task> grid = new Grid<>();
    private final Map<Tab, Filter> filterOf = new HashMap<>();
    private Map<Long, String> periods = Map.of();

    TaskListView(Tasks tasks, Closes closes, CurrentActor currentActor, Format format) {
        this.tasks = tasks;
        this.closes = closes;
        this.currentActor = currentActor;
        this.format = format;
        addClassNames("page", "fills");
        fillFilters();
        fillColumns();
        add(new PageHeading("Tasks").saying("Work that waits for a person, newest first."), filters, grid);
    }

    private void fillFilters() {
        for (var filter : Filter.values()) {
            var tab = new Tab(Words.of(filter));
            tab.setId("filter-" + filter.name().toLowerCase(Locale.ROOT));
            filterOf.put(tab, filter);
            filters.add(tab);
        }
        filters.addSelectedChangeListener(event -> show());
    }

    private void fillColumns() {
        grid.setId("tasks");
        grid.setAriaLabel("Tasks");
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addComponentColumn(TaskListView::link).setHeader("Task").setFlexGrow(3);
        grid.addColumn(this::period).setHeader("Close").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(task -> Words.of(task.kind().role()))
                .setHeader("For")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::holder).setHeader("Held by").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(this::due).setHeader("Due").setFlexGrow(2);
        grid.addComponentColumn(this::action)
                .setHeader(hiddenHeading())
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private static Component hiddenHeading() {
        var heading = new Span("Claim or release");
        heading.addClassName("visually-hidden");
        return heading;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        periods = closes.all().stream().collect(Collectors.toMap(Close::key, close -> Words.of(close.span())));
        show();
    }

    private Filter filter() {
        return filterOf.getOrDefault(filters.getSelectedTab(), Filter.OPEN);
    }

    private void show() {
        var filter = filter();
        grid.setEmptyStateText(nothing(filter));
        var pages = new TaskPages(tasks, filter);
        grid.setItems(query -> pages.fetch(query.getOffset(), query.getLimit()));
    }

    private static String nothing(Filter filter) {
        return switch (filter) {
            case OPEN -> "No task is open. When a close needs a person, its task appears here.";
            case MINE -> "You hold no task. Claim one from the open tasks.";
            case UNASSIGNED -> "No task waits to be claimed.";
            case COMPLETED -> "No task has been completed yet.";
        };
    }

    private static Component link(Task task) {
        var link = new Anchor("task/" + task.key(), title(task));
        link.addClassName("link");
        return link;
    }

    private static String title(Task task) {
        return task.title().isBlank() ? Words.of(task.kind()) : task.title();
    }

    private String period(Task task) {
        var close = task.closeId();
        return close == null ? Format.NONE : periods.getOrDefault(close, Format.NONE);
    }

    private String holder(Task task) {
        if (task.state() != Task.State.OPEN) {
            return task.completedBy() == null ? Format.NONE : task.completedBy();
        }
        return task.assignee() == null ? "Nobody yet" : task.assignee();
    }

    private Component due(Task task) {
        if (task.state() != Task.State.OPEN) {
            return new Span(ended(task));
        }
        var due = new Span(format.due(task.dueAt()));
        due.setClassName("overdue", task.overdueSince() != null || format.isPast(task.dueAt()));
        return due;
    }

    private String ended(Task task) {
        if (task.state() == Task.State.WITHDRAWN) {
            return "Withdrawn";
        }
        var verdict = task.kind().verdict() == TaskKind.Verdict.DONE
                ? "Done"
                : "reject".equals(task.decision()) ? "Rejected" : "Approved";
        return verdict + " " + format.at(task.completedAt());
    }

    private Component action(Task task) {
        if (task.state() != Task.State.OPEN
                || !currentActor.get().has(task.kind().role())) {
            return new Span();
        }
        if (task.assignee() == null) {
            return button("Claim", task, () -> tasks.claim(task.key()), "Claimed: ");
        }
        return currentActor.get().name().equals(task.assignee())
                ? button("Release", task, () -> tasks.release(task.key()), "Released: ")
                : new Span();
    }

    private Component button(String word, Task task, Runnable work, String said) {
        var button = new Button(word, click -> {
            if (Notices.unlessRefused(work)) {
                Notices.done(said + title(task) + ".");
            }
            show();
        });
        button.setId(word.toLowerCase(Locale.ROOT) + "-" + task.key());
        button.setAriaLabel(word + " " + title(task));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
