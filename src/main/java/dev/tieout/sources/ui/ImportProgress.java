package dev.tieout.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.tieout.sources.ImportsUnderWay;
import dev.tieout.sources.ImportsUnderWay.NoSuchImport;
import dev.tieout.sources.ImportsUnderWay.Phase;
import dev.tieout.sources.ImportsUnderWay.Progress;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Words;
import java.util.function.Supplier;

/** How far an import is, in a bar and in words, and a button that cancels it. */
final class ImportProgress extends Div {

    private final ImportsUnderWay imports;
    private final Supplier<String> id;
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private final Button cancel = new Button("Cancel", click -> cancel());

    /** @param id of the import; empty before it has begun */
    ImportProgress(ImportsUnderWay imports, Supplier<String> id) {
        this.imports = imports;
        this.id = id;
        addClassName("import-progress");
        bar.getElement().setAttribute("aria-label", "How far the import is");
        words.addClassName("quiet");
        words.getElement().setAttribute("role", "status");
        cancel.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        cancel.setAriaLabel("Cancel the import");
        var told = new Div(words, cancel);
        told.addClassName("import-progress-words");
        add(bar, told);
    }

    void begin() {
        setVisible(true);
        cancel.setEnabled(true);
        bar.setIndeterminate(true);
        words.setText("Sending");
    }

    void look() {
        if (id.get().isEmpty()) {
            return;
        }
        try {
            show(imports.of(id.get()));
        } catch (NoSuchImport notYet) {
            words.setText("Sending");
        }
    }

    private void show(Progress progress) {
        var share = progress.share();
        bar.setIndeterminate(share.isEmpty());
        share.ifPresent(bar::setValue);
        var percent = share.isEmpty() ? "" : " " + Math.round(100 * share.getAsDouble()) + " %";
        var rows = Words.counted(progress.rows(), "row", "rows");
        words.setText(
                switch (progress.phase()) {
                    case RECEIVING -> "Sending" + percent;
                    case READING -> "Reading" + percent + ", " + rows;
                    case STORING -> "Storing " + rows;
                    case DONE -> "Done, " + rows;
                    case CANCELLED -> "Cancelled";
                    case REFUSED -> "Refused";
                });
        cancel.setEnabled(cancel.isEnabled() && !progress.phase().hasEnded());
    }

    private void cancel() {
        if (id.get().isEmpty()) {
            return;
        }
        try {
            boolean stopping = imports.cancel(id.get()).phase() != Phase.DONE;
            cancel.setEnabled(!stopping);
            words.setText("Cancelling");
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }
}
