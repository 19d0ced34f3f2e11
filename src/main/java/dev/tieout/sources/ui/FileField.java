package dev.tieout.sources.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.tieout.sources.Delivery;
import dev.tieout.sources.ImportsUnderWay;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Notices;
import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A button that hands one file to a service while it streams in, shows how far its import is, and tells the outcome or the refusal once it is
 * through.
 */
final class FileField<T> extends Div {

    private static final int LOOK_AGAIN_MILLIS = 600;

    private final Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();
    private final Intake<T> intake;
    private final Button button;
    private Consumer<T> taken = outcome -> {};
    private @Nullable ImportProgress progress;
    private volatile String importId = "";

    /** Takes a file in. */
    interface Intake<T> {
        T take(String fileName, InputStream body);
    }

    FileField(String id, String word, String label, Intake<T> intake) {
        this.intake = intake;
        addClassName("file-field");
        button = new Button(word);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(label);
        var upload = new Upload(this::receive);
        upload.setId(id);
        upload.setDropAllowed(false);
        upload.setUploadButton(button);
        upload.setAcceptedFileTypes("text/csv", ".csv", ".txt", ".tsv", ".gz", ".xlsx");
        upload.addAllFinishedListener(event -> tell(upload));
        upload.getElement().addEventListener("upload-start", event -> begin());
        add(upload);
    }

    FileField<T> taken(Consumer<T> then) {
        this.taken = then;
        return this;
    }

    /** Shows how far the import is, and lets it be cancelled. */
    FileField<T> watched(ImportsUnderWay imports) {
        progress = new ImportProgress(imports, () -> importId);
        progress.setVisible(false);
        add(progress);
        return this;
    }

    /** Runs outside the session's lock, so a long file does not freeze the screen. */
    private void receive(UploadEvent event) throws IOException {
        var id = UUID.randomUUID().toString();
        importId = id;
        try (var body = Delivery.of(id, event.getFileSize(), event.getInputStream())) {
            var outcome = intake.take(event.getFileName(), body);
            outcomes.add(() -> taken.accept(outcome));
        } catch (Refusal refusal) {
            outcomes.add(() -> Notices.refused(refusal));
        }
    }

    /** Asks by itself instead of by the page's poll, which would make the page look again as a whole. */
    private void begin() {
        if (progress != null) {
            progress.begin();
            button.setVisible(false);
            getElement().executeJs("""
                    clearInterval(this.watch);
                    this.watch = setInterval(() => this.isConnected ? this.$server.look() : clearInterval(this.watch), $0)
                    """, LOOK_AGAIN_MILLIS);
        }
    }

    @ClientCallable
    public void look() {
        if (progress != null) {
            progress.look();
        }
    }

    private void tell(Upload upload) {
        getElement().executeJs("clearInterval(this.watch)");
        importId = "";
        button.setVisible(true);
        if (progress != null) {
            progress.setVisible(false);
        }
        upload.clearFileList();
        for (var outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            outcome.run();
        }
    }
}
