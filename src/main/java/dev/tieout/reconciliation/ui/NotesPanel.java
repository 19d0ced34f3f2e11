package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.VarianceNotes;
import dev.tieout.reconciliation.VarianceNotes.Note;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.StepForm;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What people have said about a variance and the files they put beside it, with a place to add to both. */
final class NotesPanel extends Div {

    private final Desk desk;
    private final Variance variance;
    private final Div list = new Div();
    private final Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();

    NotesPanel(Desk desk, Variance variance, boolean open) {
        this.desk = desk;
        this.variance = variance;
        setId("variance-notes");
        addClassName("notes");
        list.addClassName("notes");
        add(new H3("Comments and files"), list);
        var mayAdd = Stream.of(Role.ANALYST, Role.APPROVER, Role.CONTROLLER).anyMatch(desk.person()::has);
        if (open && mayAdd) {
            add(adding());
        }
        show();
    }

    private void show() {
        list.removeAll();
        var notes = desk.notes().of(variance.id());
        if (notes.isEmpty()) {
            list.add(Panel.quiet("Nobody has said anything yet."));
        }
        notes.forEach(note -> list.add(shown(note)));
    }

    private Component shown(Note note) {
        var by = new Span(note.person() + ", " + desk.format().at(note.at()));
        by.addClassName("quiet");
        var file = note.file();
        if (file == null) {
            return new Paragraph(new Span(note.text() + " "), by);
        }
        var link = new Anchor((DownloadHandler) event -> write(event, note), note.text());
        var size = new Span(Format.count(Math.max(1, file.bytes() / 1024)) + " kB, SHA-256 "
                + file.sha256().substring(0, 12) + "… ");
        size.addClassName("quiet");
        return new Paragraph(link, new Span(" "), size, by);
    }

    private void write(DownloadEvent event, Note note) throws IOException {
        var attachment = desk.notes().attachment(variance.id(), note.id());
        event.setFileName(attachment.name());
        event.setContentType(attachment.type());
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        attachment.content().transferTo(event.getOutputStream());
    }

    private Component adding() {
        var text = new TextArea("Comment");
        text.setId("note-text");
        text.setMaxLength(VarianceNotes.LONGEST);
        text.setManualValidation(true);
        var say = new Button("Add comment", click -> {
            if (StepForm.said(text, "Say something.")
                    && Notices.unlessRefused(() -> desk.notes().comment(variance.id(), text.getValue()))) {
                text.clear();
                show();
            }
        });
        say.setId("note-add");
        say.addThemeVariants(ButtonVariant.SMALL);
        var buttons = new Div(say, attaching());
        buttons.addClassName("actions");
        var form = new Div(text, buttons);
        form.addClassName("notes");
        return form;
    }

    private Component attaching() {
        var button = new Button("Attach a file");
        button.addThemeVariants(ButtonVariant.SMALL);
        var upload = new Upload(this::receive);
        upload.setId("note-file");
        upload.setDropAllowed(false);
        upload.setUploadButton(button);
        upload.addAllFinishedListener(event -> tell(upload));
        var field = new Div(upload);
        field.addClassName("file-field");
        return field;
    }

    /** Runs outside the session's lock, so a slow file does not freeze the screen. */
    private void receive(UploadEvent event) throws IOException {
        try (var body = event.getInputStream()) {
            desk.notes().attach(variance.id(), event.getFileName(), body);
            outcomes.add(this::show);
        } catch (Refusal refusal) {
            outcomes.add(() -> Notices.refused(refusal));
        }
    }

    private void tell(Upload upload) {
        upload.clearFileList();
        for (var outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            outcome.run();
        }
    }
}
