package dev.tieout.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.Sources;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file that were not taken in: the first ones to read, all of them to download. */
final class RejectsDialog extends Dialog {

    private static final int SHOWN = 100;

    private final Sources sources;
    private final Receipt receipt;

    RejectsDialog(Sources sources, Receipt receipt) {
        this.sources = sources;
        this.receipt = receipt;
        setHeaderTitle("Rejects of " + receipt.fileName());
        setWidth("860px");
        add(
                Panel.quiet(Words.counted(receipt.rejected(), "row was", "rows were")
                        + " not taken in; the others were. Correct them and replace the file."),
                new DataTable<Reject>("Rejected rows")
                        .number("Line", reject -> Format.count(reject.line()))
                        .text("Column", Reject::column)
                        .text("Value", reject -> shown(reject.value()))
                        .text("Reason", Reject::reason)
                        .rows(first()));
        var download = new Anchor((DownloadHandler) this::write, "Download all as CSV");
        download.setId("download-rejects");
        getFooter().add(download, new Button("Close", click -> close()));
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "(empty)" : value;
    }

    private List<Reject> first() {
        var first = new ArrayList<Reject>();
        sources.eachReject(receipt.id(), reject -> {
            if (first.size() < SHOWN) {
                first.add(reject);
            }
        });
        return first;
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("rejects-" + receipt.id() + ".csv");
        event.setContentType("text/csv");
        try (var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write("line,column,value,reason\n");
            sources.eachReject(receipt.id(), reject -> line(out, reject));
        }
    }

    private static void line(Writer out, Reject reject) {
        try {
            out.write(reject.line() + "," + quoted(reject.column()) + "," + quoted(shown(reject.value())) + ","
                    + quoted(reject.reason()) + "\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
