package dev.tieout.backpostings.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.closing.Close;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.LatePostings;
import dev.tieout.terms.Page;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.StepForm;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was posted after the cutoff, where it counts, and the notes that take some of it into the period that it came with. */
final class LatePostingsPanel extends Div {

    private static final int SHORT_LIST = 12;

    private final LatePostings late;
    private final BackPostings notes;
    private final Close close;
    private final Format format;
    private final boolean mayRaise;
    private final Grid<LatePosting> grid = new Grid<>();
    private final Div form = new Div();
    private final Div more = new Div();

    LatePostingsPanel(LatePostings late, BackPostings notes, Close close, Format format, boolean mayRaise) {
        this.late = late;
        this.notes = notes;
        this.close = close;
        this.format = format;
        this.mayRaise = mayRaise;
        addClassName("stack");
        more.addClassName("actions");
        setId("late-postings");
        fillColumns();
        show();
    }

    private void fillColumns() {
        grid.setId("late-list");
        grid.setAriaLabel("Late postings");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addComponentColumn(posting -> BackPostingWords.twoLines(posting.account(), BackPostingWords.what(posting)))
                .setHeader("Account")
                .setFlexGrow(1);
        grid.addColumn(BackPostingWords::amount)
                .setHeader("Amount")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addComponentColumn(posting -> BackPostingWords.twoLines(
                        "“" + posting.value() + "”", posting.field() + ", " + BackPostingWords.read(posting)))
                .setHeader("Placed by")
                .setWidth("290px")
                .setFlexGrow(0);
        grid.addComponentColumn(posting ->
                        BackPostingWords.twoLines("Came with " + posting.receivedIn(), BackPostingWords.place(posting)))
                .setHeader("From")
                .setFlexGrow(1);
        grid.addComponentColumn(posting ->
                        BackPostingWords.twoLines(BackPostingWords.goes(posting), BackPostingWords.how(posting)))
                .setHeader("Where it counts")
                .setWidth("170px")
                .setFlexGrow(0);
        grid.setSelectionMode(mayRaise ? Grid.SelectionMode.MULTI : Grid.SelectionMode.NONE);
    }

    private void show() {
        removeAll();
        var page = late.of(close.key(), null, Page.LIMIT);
        var panel = new Panel("Late postings", Panel.quiet(rule()));
        if (page.items().isEmpty()) {
            panel.add(Panel.quiet(
                    "Nothing in the files of this period, and nothing it took in, was posted after a cutoff."));
        } else {
            grid.setItems(new ArrayList<>(page.items()));
            grid.setAllRowsVisible(page.items().size() <= SHORT_LIST);
            panel.add(grid);
            more.removeAll();
            panel.add(more);
            offerMore(page.items().size(), page.next());
            if (mayRaise) {
                panel.add(actions(), form);
            }
        }
        add(panel, new Panel("Back-posting notes", noteList()));
    }

    /** The list is as long as a year's late files may make it: further pages come when somebody asks for them. */
    private void offerMore(int shown, @Nullable String next) {
        more.removeAll();
        if (next != null) {
            var button = new Button("Show more", click -> {
                var page = late.of(close.key(), next, Page.LIMIT);
                grid.getListDataView().addItems(page.items());
                offerMore(shown + page.items().size(), page.next());
            });
            button.setId("late-more");
            more.add(Panel.quiet("The first " + Format.count(shown) + " are shown."), button);
        }
    }

    private String rule() {
        return "Posted at or after the cutoff, " + format.at(close.cutoff()) + " (" + format.zone()
                + "): counts in the next period by itself."
                + " A line of which nothing else is known stands as it opened.";
    }

    private Component actions() {
        var open = StepForm.opener("raise-back-posting", "Take selected into " + Words.of(close.span()), this::ask);
        var actions = new Div(open);
        actions.addClassName("actions");
        return actions;
    }

    private void ask() {
        form.removeAll();
        var chosen = grid.getSelectedItems();
        if (chosen.isEmpty()) {
            Notices.warn("Tick the postings first.");
            return;
        }
        TextArea reason = StepForm.comment(
                "back-posting-reason",
                "Why " + (chosen.size() == 1 ? "it belongs" : "they belong") + " into this period");
        var clause =
                new TextField("Clause of the metric policy that lets " + (chosen.size() == 1 ? "it" : "them") + " in");
        clause.setId("back-posting-clause");
        clause.setRequiredIndicatorVisible(true);
        clause.setWidthFull();
        var title = "Back-posting note about " + Words.counted(chosen.size(), "posting", "postings");
        form.add(new StepForm(
                "back-posting",
                title,
                "Raise this note",
                () -> raise(reason, clause),
                form::removeAll,
                reason,
                clause));
    }

    private void raise(TextArea reason, TextField clause) {
        if (!StepForm.said(reason, "Say why; another person decides by it.")) {
            return;
        }
        var keys = grid.getSelectedItems().stream().map(LatePosting::key).collect(Collectors.toSet());
        if (Notices.unlessRefused(() -> notes.raise(close.span(), reason.getValue(), clause.getValue(), keys))) {
            Notices.done("The note is raised. A controller who did not raise it decides.");
            form.removeAll();
            grid.deselectAll();
            show();
        }
    }

    private Component noteList() {
        if (!close.isChangeable()) {
            var raised = notes.of(close.key());
            var told = Panel.quiet("The close is final: a late posting now counts here by a correction only.");
            return raised.isEmpty() ? told : new Div(table(), told);
        }
        return notes.of(close.key()).isEmpty()
                ? Panel.quiet(
                        "Nobody has raised one. A note takes late postings into this period, with another person's approval.")
                : table();
    }

    private static Component link(BackPostingNote note) {
        var link = new Anchor("back-posting/" + note.id(), "Note " + note.id());
        link.addClassName("whole");
        return link;
    }

    private Component table() {
        return new DataTable<BackPostingNote>("Back-posting notes of this close")
                .cell("Note", LatePostingsPanel::link)
                .cell("State", note -> BackPostingWords.tag(note.state()))
                .text("Why", BackPostingNote::reason)
                .text("Policy clause", BackPostingNote::policyClause)
                .number("Postings", note -> Format.count(note.records().size()))
                .text("Raised", note -> note.raisedBy() + ", " + format.at(note.raisedAt()))
                .text(
                        "Decided",
                        note -> note.decidedBy() == null
                                ? Format.NONE
                                : note.decidedBy() + ", " + format.at(note.decidedAt()))
                .rows(notes.of(close.key()));
    }
}
