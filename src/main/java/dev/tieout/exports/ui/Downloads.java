package dev.tieout.exports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.tieout.exports.About;
import dev.tieout.exports.ExportedFile;
import dev.tieout.exports.Exports;
import dev.tieout.exports.Exports.AskedReport;
import dev.tieout.exports.Form;
import dev.tieout.publication.Report;
import dev.tieout.web.ui.Panel;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The files of one version, by what they hold. */
final class Downloads extends Div {

    private final JsonMapper json;

    Downloads(Exports exports, JsonMapper json, Report report) {
        this.json = json;
        var asked = AskedReport.like(report);
        long close = asked.closeId();
        var version = asked.version();
        addClassName("downloads");
        add(
                new H3("Report as shown"),
                row(
                        file("report", Form.PDF, () -> exports.report(asked, Form.PDF)),
                        file("report", Form.XLSX, () -> exports.report(asked, Form.XLSX)),
                        file("report", Form.CSV, () -> exports.report(asked, Form.CSV)),
                        about("report", () -> exports.aboutReport(asked))),
                new H3("All movements, in MRR"),
                row(
                        file("movements", Form.XLSX, () -> exports.movements(close, version, Form.XLSX)),
                        file("movements", Form.CSV, () -> exports.movements(close, version, Form.CSV)),
                        about("movements", () -> exports.aboutMovements(close, version))),
                Panel.quiet("“About” says what the rows were made from, how many there are and what they add up to."
                        + " A workbook has that on its last sheet."));
    }

    private static Component row(Component... links) {
        var row = new Div(links);
        row.addClassName("actions");
        return row;
    }

    private static Component file(String what, Form form, Supplier<ExportedFile> export) {
        return link(what, form.name(), event -> write(event, export.get()));
    }

    private Component about(String what, Supplier<About> about) {
        return link(what, "About", event -> {
            var told = about.get();
            event.setFileName(told.file());
            event.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writerWithDefaultPrettyPrinter().writeValue(event.getOutputStream(), told);
        });
    }

    private static Anchor link(String what, String word, DownloadHandler handler) {
        var link = new Anchor(handler, word);
        link.setId(what + "-" + word.toLowerCase(Locale.ROOT));
        link.setAriaLabel(what + " as " + word);
        link.addClassName("download");
        return link;
    }

    private static void write(DownloadEvent event, ExportedFile file) throws IOException {
        try (var bytes = file.open()) {
            event.setFileName(file.name());
            event.setContentType(file.form().mediaType());
            event.setContentLength(file.bytes());
            bytes.transferTo(event.getOutputStream());
        }
    }
}
