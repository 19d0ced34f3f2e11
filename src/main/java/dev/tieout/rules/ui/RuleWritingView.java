package dev.tieout.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableRefused.Fault;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.RuleTrials;
import dev.tieout.rules.RuleTrials.RowHits;
import dev.tieout.rules.ui.RuleWritingGrid.Typed;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.ChoiceTabs;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** A draft to write: rows as in a spreadsheet, and beside them what the analysis says and how the rows read as sentences. */
@Route("rules/write/:table/:version")
@PermitAll
class RuleWritingView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final RuleDrafts drafts;
    private final RuleTables tables;
    private final CurrentActor currentActor;
    private final HitsPanel hits;
    private final TextField from = new TextField("Applies from period");
    private final TextField comment = new TextField("Why");
    private final Span saved = new Span();
    private final Div periodNote = new Div();
    private final Div side = new Div();
    private final Tab findings = new Tab("Analysis");
    private final Tab counts = new Tab("Hits");
    private final Tab sentences = new Tab("Sentences");
    private final ChoiceTabs sides = new ChoiceTabs("Beside the table");

    private @Nullable RuleDraft draft;
    private @Nullable RuleWritingGrid grid;
    private List<Row> rows = List.of();
    private boolean writable;

    RuleWritingView(RuleDrafts drafts, RuleTables tables, RuleTrials trials, CurrentActor currentActor) {
        this.hits = new HitsPanel(trials, this::count, this::goTo);
        this.drafts = drafts;
        this.tables = tables;
        this.currentActor = currentActor;
        addClassNames("page", "fills");
        sides.add(findings, counts, sentences);
        sides.addSelectedChangeListener(_ -> showSide());
        from.setId("effective-from");
        from.setPlaceholder("2027-01");
        comment.setId("comment");
        comment.setWidth("28rem");
        for (var field : List.of(from, comment)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    save(rows);
                }
            });
        }
    }

    @Override
    public String getPageTitle() {
        return (draft == null
                        ? "Rules"
                        : draft.version().title() + ", version "
                                + draft.version().version()) + " – Tieout";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        int number = parameters.getInteger("version").orElse(1);
        open(drafts.draft(new PinnedTable(parameters.get("table").orElse(""), Math.max(1, number))));
    }

    private void open(RuleDraft opened) {
        removeAll();
        draft = opened;
        rows = opened.rows();
        writable = opened.version().state() == State.DRAFT && currentActor.get().has(Role.ANALYST);
        var period = opened.version().effectiveFrom();
        from.setValue(period == null ? "" : period);
        comment.setValue(opened.version().comment());
        from.setReadOnly(!writable);
        comment.setReadOnly(!writable);
        var table = new RuleWritingGrid(opened.version().title());
        table.setId("rule-writing");
        table.show(opened, writable);
        table.onChange(this::save);
        table.onTyping(this::check);
        grid = table;
        var whole = new Div(table, sideBySide());
        whole.addClassName("rule-writing");
        add(heading(opened));
        RejectedBefore.of(opened.version(), tables).ifPresent(this::add);
        OtherVersions.beside(opened.version(), tables.versions()).ifPresent(this::add);
        add(intent(), periodNote, whole);
        showPeriod();
        // Only movements are at hand to be counted.
        counts.setVisible(opened.version().table().equals(RuleTables.MOVEMENT_CLASSIFICATION));
        hits.open(opened.version().pinned());
        showSide();
    }

    private void count(RowHits counted) {
        if (grid != null) {
            grid.count(counted);
        }
        counts.setLabel(counted.changed() == 0 ? "Hits" : "Hits (" + counted.changed() + " changed)");
    }

    private void goTo(int row) {
        if (grid != null) {
            grid.goTo(row, "");
        }
    }

    private PageHeading heading(RuleDraft opened) {
        var version = opened.version();
        var heading = new PageHeading(version.title() + ", version " + version.version())
                .with(new Tag(
                        Words.of(version.state()), version.state() == State.DRAFT ? Tone.NEUTRAL : Tone.ATTENTION))
                .saying(
                        "Rows are tried from the top and the first that matches decides. Every change is kept as you make"
                                + " it; nothing applies before another person has approved it.");
        var back = new Anchor("rules", "All tables and versions");
        if (!writable) {
            return heading.offering(back);
        }
        var submit = new Button("Submit for approval", _ -> submit());
        submit.setId("submit");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        var discard = new DiscardAction(
                drafts,
                () -> draft == null ? version : draft.version(),
                () -> UI.getCurrent().navigate("rules"));
        return heading.offering(back, discard, submit);
    }

    /** A period that the version cannot apply from is said at once, with the way on, and not only when it is submitted. */
    private void showPeriod() {
        periodNote.removeAll();
        if (!writable || draft == null) {
            return;
        }
        try {
            drafts.objectionTo(draft.version().pinned(), chosen())
                    .ifPresent(objection -> periodNote.add(objectionTo(objection)));
        } catch (Refusal unreadable) {
            periodNote.add(objectionTo(unreadable));
        }
    }

    private static Component objectionTo(Refusal objection) {
        var callout = new Div(new Span(objection.sentence() + " "));
        callout.setId("period-objection");
        callout.addClassName("callout");
        objection.way().ifPresent(page -> callout.add(new Anchor(page, "Raise a correction")));
        return callout;
    }

    private Div intent() {
        saved.addClassName("quiet");
        saved.setId("saved");
        saved.getElement().setAttribute("role", "status");
        var line = new Div(from, comment, saved);
        line.addClassName("row");
        return line;
    }

    private Div sideBySide() {
        side.addClassName("rule-side-content");
        var whole = new Div(sides, side);
        whole.addClassName("rule-side");
        return whole;
    }

    private void showSide() {
        side.removeAll();
        if (draft == null || grid == null) {
            return;
        }
        if (sentences.equals(sides.getSelectedTab())) {
            var content = tables.content(draft.version().pinned());
            side.add(
                    draft.analysis().errors().isEmpty()
                            ? new RuleSentences(content)
                            : Panel.quiet("The rows read as sentences once every cell is well formed."));
            return;
        }
        if (counts.equals(sides.getSelectedTab())) {
            side.add(hits);
            return;
        }
        var table = grid;
        var panel = new AnalysisPanel(table::goTo, table::append, writable);
        panel.show(draft.analysis());
        side.add(panel);
    }

    private void save(List<Row> written) {
        rows = written;
        if (draft == null || grid == null || !writable) {
            return;
        }
        try {
            draft = drafts.save(draft.version().pinned(), draft.edition(), written, chosen(), comment.getValue());
            saved.setText("Kept.");
            showPeriod();
            grid.mark(draft.analysis(), List.of());
            hits.recount();
            showSide();
        } catch (OptimisticLockingFailureException _) {
            saved.setText(
                    "Not kept: someone else has changed this draft meanwhile. Reload the page to go on from theirs.");
            Notices.warn("Someone else has changed this draft meanwhile. Copy what you need and reload the page.");
        } catch (Refusal refusal) {
            saved.setText("Not kept: " + refusal.sentence());
            showPeriod();
        }
    }

    private @Nullable Period chosen() {
        return from.isEmpty() ? null : Period.parse(from.getValue().trim());
    }

    /** A cell while it is typed: its grammar alone. */
    private void check(Typed typed) {
        if (draft == null || grid == null) {
            return;
        }
        var reason = drafts.faultOf(draft.version().table(), typed.column(), typed.text());
        grid.mark(
                draft.analysis(),
                reason == null ? List.of() : List.of(new Fault(typed.row(), typed.column(), typed.text(), reason)));
    }

    private void submit() {
        if (draft != null) {
            var seen = draft;
            if (Notices.unlessRefused(() -> drafts.submit(seen.version().pinned(), seen.edition()))) {
                Notices.done("Submitted. Another person approves it.");
                open(drafts.draft(seen.version().pinned()));
            }
        }
    }
}
