package dev.tieout.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.tieout.sources.ImportsUnderWay;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.Sources;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a file that were not taken in: the first ones to read, all of them to download. */
final class RejectsDialog extends Dialog {

    private static final int SHOWN = 100;

    private final Sources sources;
    private final Receipt receipt;

    RejectsDialog(
            Sources sources, ImportsUnderWay imports, Receipt receipt, boolean mayCorrect, Consumer<Receipt> taken) {
        this.sources = sources;
        this.receipt = receipt;
        setHeaderTitle("Rejects of " + receipt.fileName());
        setWidth("860px");
        add(
                Panel.quiet(
                        Words.counted(receipt.rejected(), "row was", "rows were")
                                + " not taken in; the others were. Download them, correct them and take them in again, or replace the file."),
                new DataTable<Reject>("Rejected rows")
                        .number("Line", reject -> Format.count(reject.line()))
                        .text("Column", Reject::column)
                        .text("Value", reject -> shown(reject.value()))
                        .text("Reason", Reject::reason)
                        .rows(first()));
        var download = new Anchor((DownloadHandler) this::write, "Download the rows as CSV");
        download.setId("download-rejects");
        getFooter().add(download);
        if (mayCorrect) {
            getFooter()
                    .add(new FileField<>(
                                    "correct-rejects",
                                    "Take corrected rows in",
                                    "Choose the file of corrected rows",
                                    (name, body) -> sources.correct(receipt.id(), name, body))
                            .watched(imports)
                            .taken(corrected -> {
                                close();
                                taken.accept(corrected);
                            }));
        }
        getFooter().add(new Button("Close", click -> close()));
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "(empty)" : value;
    }

    private List<Reject> first() {
        return sources.rejects(receipt.id(), null, SHOWN).items();
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("rejected-rows-" + receipt.id() + ".csv");
        event.setContentType("text/csv");
        try (var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            sources.writeRejects(receipt.id(), out);
        }
    }
}
