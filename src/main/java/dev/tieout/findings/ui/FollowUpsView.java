package dev.tieout.findings.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.findings.FollowUp;
import dev.tieout.findings.FollowUp.State;
import dev.tieout.findings.FollowUps;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.ChoiceTabs;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;

/** What people look into because a report made them, and what came of it. */
@Route("follow-ups")
@PageTitle("Follow-ups – Tieout")
@Menu(title = "Follow-ups", order = 20)
@PermitAll
class FollowUpsView extends Main {

    private final FollowUps followUps;
    private final Actor person;
    private final Format format;
    private final Tab open = new Tab("Open");
    private final Tab ended = new Tab("Done and dropped");
    private final ChoiceTabs tabs = new ChoiceTabs("Which follow-ups");
    private final Div content = Panel.plain();

    FollowUpsView(FollowUps followUps, CurrentActor currentActor, Format format) {
        this.followUps = followUps;
        this.person = currentActor.get();
        this.format = format;
        addClassName("page");
        open.setId("tab-open");
        ended.setId("tab-ended");
        tabs.add(open, ended);
        tabs.addSelectedChangeListener(event -> show());
        add(
                new PageHeading("Follow-ups").saying("Findings of a report that somebody looks into until a day."),
                tabs,
                content);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        content.add(ended.equals(tabs.getSelectedTab()) ? past() : present());
    }

    private Component present() {
        var items = followUps.list(State.OPEN, null, Page.LIMIT).stream()
                .sorted(Comparator.comparing(FollowUp::dueOn))
                .toList();
        return items.isEmpty()
                ? Panel.quiet("Nobody follows anything up. Findings stand on each report, below its figures.")
                : new DataTable<FollowUp>("Open follow-ups")
                        .cell("Finding", this::finding)
                        .cell("Report", FollowUpsView::report)
                        .text("Owner", FollowUp::owner)
                        .cell("Due", this::due)
                        .cell("", this::ways)
                        .rows(items);
    }

    private Component past() {
        var items = followUps.list(null, null, Page.LIMIT).stream()
                .filter(item -> !item.isOpen())
                .toList();
        return items.isEmpty()
                ? Panel.quiet("Nothing has been ended yet.")
                : new DataTable<FollowUp>("Ended follow-ups")
                        .cell("Finding", this::finding)
                        .cell("Report", FollowUpsView::report)
                        .cell("State", FollowUpsView::state)
                        .text("Ended", item -> item.endedBy() + ", " + format.at(item.endedAt()))
                        .text("What came of it", item -> item.outcome() == null ? Format.NONE : item.outcome())
                        .rows(items);
    }

    private Component finding(FollowUp item) {
        var title = new Span(item.kind().title());
        title.addClassName("check-title");
        var lines = new Div(title, new Span(item.sentence()));
        if (!item.comment().isEmpty()) {
            var comment = new Span(item.openedBy() + ": “" + item.comment() + "”");
            comment.addClassName("quiet");
            lines.add(comment);
        }
        lines.addClassName("two-lines");
        return lines;
    }

    private static Component report(FollowUp item) {
        return new Anchor(
                "report/" + item.period() + "?version=" + item.version(),
                Words.of(Period.parse(item.period())) + ", version " + item.version());
    }

    private Component due(FollowUp item) {
        boolean late = item.dueOn().isBefore(format.today());
        var due = new Div(new Span(Format.day(item.dueOn())));
        due.addClassName("title-line");
        if (late) {
            due.add(new Tag("Overdue", Tone.BAD));
        }
        return due;
    }

    private static Component state(FollowUp item) {
        return new Tag(Words.of(item.state()), item.state() == State.DONE ? Tone.GOOD : Tone.NEUTRAL);
    }

    private Component ways(FollowUp item) {
        var ways = new Div();
        ways.addClassName("actions");
        if (mayEnd(item)) {
            ways.add(
                    button("done-" + item.key(), "Done", () -> ask(item, State.DONE)),
                    button("drop-" + item.key(), "Drop", () -> ask(item, State.DROPPED)));
        }
        return ways;
    }

    private boolean mayEnd(FollowUp item) {
        return person.name().equals(item.owner())
                || person.has(Role.ANALYST)
                || person.has(Role.APPROVER)
                || person.has(Role.CONTROLLER);
    }

    private static Button button(String id, String word, Runnable work) {
        var button = new Button(word, click -> work.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void ask(FollowUp item, State how) {
        boolean done = how == State.DONE;
        new OutcomeForm(
                        item.kind().title(),
                        item.sentence(),
                        done ? "Done" : "Drop",
                        done ? "What came of it" : "Why nobody looks into it any more",
                        outcome -> {
                            if (done) {
                                followUps.done(item.key(), outcome);
                            } else {
                                followUps.drop(item.key(), outcome);
                            }
                            Notices.done(done ? "Done." : "Dropped.");
                            show();
                        })
                .open();
    }
}
