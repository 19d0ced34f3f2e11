package dev.tieout.rules.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Notices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a person can do with a version: download it, write on from it, hand a file in, throw a draft away; and what other modules add. */
final class VersionActions extends Div {

    private final RuleDrafts drafts;
    private final RuleTables tables;
    private final transient List<VersionAction> others;
    private final Actor person;
    private final transient Runnable changed;
    private final transient Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();

    VersionActions(RuleDrafts drafts, RuleTables tables, List<VersionAction> others, Actor person, Runnable changed) {
        this.drafts = drafts;
        this.tables = tables;
        this.others = others;
        this.person = person;
        this.changed = changed;
        setId("version-actions");
        addClassName("stack");
    }

    void show(RuleTableVersion version) {
        removeAll();
        var line = new Div();
        line.addClassName("actions");
        if (person.has(Role.ANALYST)) {
            boolean isDraft = version.state() == State.DRAFT;
            line.add(isDraft ? goOn(version) : begin(version), handIn(version));
            if (isDraft) {
                line.add(new DiscardAction(drafts, () -> version, changed));
            }
        }
        line.add(csv(version), xlsx(version));
        if (!version.table().equals(RuleTables.STATUS_CROSSWALK)) {
            line.add(dmn(version), cases(version));
        }
        add(line);
        others.stream().flatMap(other -> other.of(version).stream()).forEach(this::add);
    }

    private static Anchor cases(RuleTableVersion version) {
        return new Anchor("rules/cases/" + version.table() + "/" + version.version(), "Golden cases");
    }

    private static Button goOn(RuleTableVersion version) {
        var button = new Button("Go on writing", _ -> write(version));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button begin(RuleTableVersion version) {
        var button = new Button(
                "Write a new version from this one",
                _ -> Notices.unlessRefused(
                        () -> write(drafts.begin(version.pinned(), "Written from version " + version.version())
                                .version())));
        button.setId("begin-draft");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private static void write(RuleTableVersion version) {
        UI.getCurrent().navigate("rules/write/" + version.table() + "/" + version.version());
    }

    private Div handIn(RuleTableVersion version) {
        var upload = new Upload(event -> receive(version.table(), event));
        upload.setId("hand-in");
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

    private void receive(String table, UploadEvent event) throws IOException {
        try (var body = event.getInputStream()) {
            byte[] file = body.readNBytes(RuleDrafts.LARGEST_FILE + 1);
            RuleDraft draft = drafts.receive(table, file, null, "Handed in as a file");
            outcomes.add(() -> write(draft.version()));
        } catch (Refusal refusal) {
            outcomes.add(() -> Notices.refused(refusal));
        }
    }

    private Anchor csv(RuleTableVersion version) {
        return file(
                version,
                "csv",
                "text/csv",
                () -> tables.content(version.pinned()).csv().getBytes(StandardCharsets.UTF_8));
    }

    private Anchor xlsx(RuleTableVersion version) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return file(version, "xlsx", type, () -> tables.workbook(version.pinned()));
    }

    private Anchor dmn(RuleTableVersion version) {
        return file(
                version,
                "dmn",
                "application/dmn+xml",
                () -> tables.dmn(version.pinned()).getBytes(StandardCharsets.UTF_8));
    }

    private static Anchor file(RuleTableVersion version, String extension, String type, Content content) {
        DownloadHandler handler = event -> {
            event.setFileName(version.table() + "-v" + version.version() + "." + extension);
            event.setContentType(type);
            event.getOutputStream().write(content.bytes());
        };
        return new Anchor(handler, "Download as " + extension.toUpperCase(Locale.ROOT));
    }

    private interface Content {
        byte[] bytes();
    }
}
