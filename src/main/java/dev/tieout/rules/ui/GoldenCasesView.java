package dev.tieout.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases;
import dev.tieout.rules.RuleCases.TriedCase;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.ChoiceTabs;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.StepForm;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The golden cases of a table: what each expects, and what the chosen version makes of it. */
@Route("rules/cases/:table/:version")
@PageTitle("Golden cases – Tieout")
@PermitAll
class GoldenCasesView extends Main implements BeforeEnterObserver {

    private final RuleCases cases;
    private final RuleTables tables;
    private final Actor person;
    private final Select<RuleTableVersion> versions = new Select<>();
    private final Tab all = new Tab("All");
    private final Tab broken = new Tab("Broken");
    private final Tab leftOut = new Tab("Left out");
    private final ChoiceTabs which = new ChoiceTabs("Which cases");
    private final Div list = new Div();
    private final transient Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();
    private PinnedTable pinned = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1);

    GoldenCasesView(RuleCases cases, RuleTables tables, CurrentActor currentActor) {
        this.cases = cases;
        this.tables = tables;
        this.person = currentActor.get();
        addClassName("page");
        list.setId("golden-cases");
        which.add(all, broken, leftOut);
        which.addSelectedChangeListener(_ -> show());
        versions.setId("case-version");
        versions.setLabel("Held against");
        versions.setWidth("24rem");
        versions.setItemLabelGenerator(VersionWords::named);
        versions.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                pinned = change.getValue().pinned();
                show();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        int number = parameters.getInteger("version").orElse(1);
        pinned = new PinnedTable(parameters.get("table").orElse(""), Math.max(1, number));
        var held = tables.versions().stream()
                .filter(version -> version.table().equals(pinned.table()))
                .toList();
        versions.setItems(held);
        versions.setValue(held.stream()
                .filter(version -> version.pinned().equals(pinned))
                .findFirst()
                .orElseThrow(() -> new NoSuchRuleTable(pinned)));
        removeAll();
        add(heading(), versions, which, Panel.plain(list));
        show();
    }

    private PageHeading heading() {
        var heading = new PageHeading("Golden cases")
                .saying("An account before and after, and what the table has to make of it. A version that answers"
                        + " otherwise cannot be submitted. Analysts add cases. A case that stands is changed or left out"
                        + " by an approver, who does not write in the table at the same time.");
        var download = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName(pinned.table() + ".cases.csv");
                    event.setContentType("text/csv");
                    event.getOutputStream().write(cases.csv(pinned.table()).getBytes(StandardCharsets.UTF_8));
                },
                "Download as CSV");
        var table = new Anchor(RuleFindings.address(pinned), "The table");
        if (!mayAdd()) {
            return heading.offering(table, download);
        }
        var add = new Button("Add a case", _ -> write(null, false));
        add.setId("add-case");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return heading.offering(table, download, upload(), add);
    }

    private Div upload() {
        var upload = new Upload(this::receive);
        upload.setId("hand-in-cases");
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button("Hand in a file"));
        upload.setAcceptedFileTypes(".csv", ".xlsx", "text/csv");
        upload.addAllFinishedListener(_ -> {
            upload.clearFileList();
            for (var outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
                outcome.run();
            }
        });
        var field = new Div(upload);
        field.addClassName("file-field");
        return field;
    }

    private void receive(UploadEvent event) throws IOException {
        try (var body = event.getInputStream()) {
            int kept = cases.receive(pinned.table(), body.readNBytes(RuleDrafts.LARGEST_FILE + 1))
                    .size();
            outcomes.add(() -> {
                Notices.done(kept == 1 ? "One case was new or changed." : kept + " cases were new or changed.");
                show();
            });
        } catch (Refusal refusal) {
            outcomes.add(() -> Notices.refused(refusal));
        }
    }

    private void show() {
        list.removeAll();
        try {
            show(cases.tried(pinned));
        } catch (RuleTableRefused refused) {
            list.add(Panel.quiet("Cases are held against this draft once every cell is well formed."));
        }
    }

    private void show(List<TriedCase> tried) {
        var active = tried.stream().filter(one -> one.held().active()).toList();
        long breaking = active.stream().filter(one -> !one.holds()).count();
        all.setLabel("All (" + tried.size() + ")");
        broken.setLabel("Broken (" + breaking + ")");
        leftOut.setLabel("Left out (" + (tried.size() - active.size()) + ")");
        var shown = tried.stream().filter(this::isAskedFor).toList();
        if (shown.isEmpty()) {
            list.add(Panel.quiet(
                    broken.equals(which.getSelectedTab())
                            ? "This version breaks no case."
                            : "There are no such cases."));
            return;
        }
        list.add(new DataTable<TriedCase>("Golden cases and what the version makes of them")
                .cell("Case", GoldenCasesView::name)
                .text("Given", one -> CaseWords.given(one.held(), pinned.table()))
                .cell("Expected", GoldenCasesView::expected)
                .text("Row", one -> one.row() == 0 ? "none" : Integer.toString(one.row()))
                .cell("Now", GoldenCasesView::outcome)
                .cell("", this::actions)
                .rows(shown));
    }

    private boolean isAskedFor(TriedCase one) {
        var tab = which.getSelectedTab();
        return leftOut.equals(tab)
                ? !one.held().active()
                : !broken.equals(tab) || (one.held().active() && !one.holds());
    }

    private static Component name(TriedCase one) {
        var name = new Div(new Span(one.held().name()));
        if (!one.held().shipped()) {
            name.add(new Span(" "), new Tag("own", Tone.NEUTRAL));
        }
        return name;
    }

    private static Component expected(TriedCase one) {
        return new Span(CaseWords.plain(one.expected()));
    }

    private static Component outcome(TriedCase one) {
        if (!one.held().active()) {
            return new Tag("left out", Tone.NEUTRAL);
        }
        return one.holds()
                ? new Tag("holds", Tone.GOOD)
                : new Div(new Tag("breaks", Tone.BAD), new Div("gets " + CaseWords.plain(one.actual())));
    }

    private Component actions(TriedCase one) {
        var line = new Div();
        line.addClassNames("actions", "on-one-line");
        if (person.has(Role.ANALYST)) {
            line.add(StepForm.opener("", "Duplicate", () -> write(one.held(), true)));
        }
        if (person.has(Role.APPROVER)) {
            boolean active = one.held().active();
            line.add(
                    StepForm.opener("", "Change", () -> write(one.held(), false)),
                    StepForm.opener("", active ? "Leave out" : "Take in", () -> activate(one.held(), !active)));
        }
        return line;
    }

    private boolean mayAdd() {
        return person.has(Role.ANALYST) || person.has(Role.APPROVER);
    }

    private void write(@Nullable RuleCase from, boolean another) {
        new GoldenCaseDialog(cases, pinned.table(), from, another, this::show).open();
    }

    private void activate(RuleCase one, boolean active) {
        if (Notices.unlessRefused(() -> cases.activate(pinned.table(), one.name(), active))) {
            Notices.done(active ? "The case is held again." : "The case is left out.");
            show();
        }
    }
}
