package dev.tieout.backpostings.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;

/** One back-posting note. */
@Route("back-posting")
@PermitAll
class BackPostingView extends Main implements HasUrlParameter<Long>, HasDynamicTitle {

    private final BackPostings notes;
    private final BackPostingPanels panels;
    private final Tasks tasks;
    private String title = "Back-posting note";

    BackPostingView(BackPostings notes, BackPostingPanels panels, Tasks tasks) {
        this.notes = notes;
        this.panels = panels;
        this.tasks = tasks;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title + " – Tieout";
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        var note = notes.note(id);
        var period = Words.of(Period.parse(note.period()));
        title = "Back-posting note " + note.id() + " of " + period;
        removeAll();
        add(new PageHeading(title)
                .with(BackPostingWords.tag(note.state()))
                .offering(new Anchor("closes/" + note.period() + "?part=late", "Close of " + period)));
        tasks.openAbout(note.subject()).forEach(task -> add(waiting(task)));
        add(panels.sheet(note).toArray(Component[]::new));
    }

    private static Component waiting(Task task) {
        var link = new Anchor("task/" + task.key(), "Approve back-posting");
        link.setId("open-task-approve-back-posting");
        var holder = task.assignee();
        var callout = new Div(
                new Span("Waits for a person: "),
                link,
                new Span(holder == null ? ", for any controller who did not raise it." : ", held by " + holder + "."));
        callout.addClassName("callout");
        return callout;
    }
}
