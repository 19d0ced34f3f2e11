package dev.tieout.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Notices;
import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A button that hands one file to a service while it streams in, and tells the outcome or the refusal once it is through. */
final class FileField<T> extends Div {

    private final Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();
    private final Intake<T> intake;
    private Consumer<T> taken = outcome -> {};

    /** Takes a file in. */
    interface Intake<T> {
        T take(String fileName, InputStream body);
    }

    FileField(String id, String word, String label, Intake<T> intake) {
        this.intake = intake;
        addClassName("file-field");
        var button = new Button(word);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(label);
        var upload = new Upload(this::receive);
        upload.setId(id);
        upload.setDropAllowed(false);
        upload.setUploadButton(button);
        upload.setAcceptedFileTypes("text/csv", ".csv", ".txt", ".tsv", ".gz", ".xlsx");
        upload.addAllFinishedListener(event -> tell(upload));
        add(upload);
    }

    FileField<T> taken(Consumer<T> then) {
        this.taken = then;
        return this;
    }

    /** Runs outside the session's lock, so a long file does not freeze the screen. */
    private void receive(UploadEvent event) throws IOException {
        try (var body = event.getInputStream()) {
            var outcome = intake.take(event.getFileName(), body);
            outcomes.add(() -> taken.accept(outcome));
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
