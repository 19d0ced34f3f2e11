package dev.tieout.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.tieout.closing.Close;
import dev.tieout.evidence.Evidence;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.publication.Publication;
import dev.tieout.publication.ui.PublicationWords;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The packs of a close's versions to download, whose key signs them, and how a receiver checks them. */
final class EvidencePanel extends Div {

    private static final long KILO = 1024;

    private final Close close;
    private final Evidence evidence;

    EvidencePanel(Close close, List<Publication> newestFirst, Evidence evidence, Format format) {
        this.close = close;
        this.evidence = evidence;
        var panel = new Panel(
                "Evidence",
                Panel.quiet(
                        "A pack holds everything from which a version's figures follow, signed: a reviewer rebuilds the"
                                + " report from it without Tieout's database."),
                new DataTable<Publication>("Evidence packs")
                        .text("Version", version -> "Version " + version.version())
                        .cell("Status", version -> PublicationWords.tag(version.status()))
                        .text("Published", version -> format.at(version.publishedAt()))
                        .text("Size", this::size)
                        .cell("", this::download)
                        .rows(newestFirst),
                key(),
                howToVerify(newestFirst.getFirst()));
        panel.setId("evidence");
        add(panel);
    }

    /** Known once the pack has been written since Tieout started. */
    private String size(Publication version) {
        var bytes = evidence.lastSize(version);
        if (bytes.isEmpty()) {
            return "Known after the first download";
        }
        long kilobytes = Math.ceilDiv(bytes.getAsLong(), KILO);
        return kilobytes < KILO ? kilobytes + " kB" : Math.ceilDiv(kilobytes, KILO) + " MB";
    }

    private Component download(Publication version) {
        var link = new Anchor((DownloadHandler) event -> write(event, version), "Download the pack");
        link.setId("evidence-v" + version.version());
        link.getElement().setAttribute("aria-label", "Download the pack of version " + version.version());
        return link;
    }

    private void write(DownloadEvent event, Publication version) throws IOException {
        try (var pack = evidence.write(close.key(), version.version());
                var content = pack.content()) {
            event.setFileName(pack.fileName());
            event.setContentType("application/zip");
            event.setContentLength(pack.bytes());
            content.transferTo(event.getOutputStream());
        }
    }

    /** An installation whose key cannot be used says why, instead of a page that fails. */
    private Component key() {
        try {
            var key = evidence.key();
            var fingerprint = new Span(key.fingerprint());
            fingerprint.addClassName("hash");
            fingerprint.setId("key-fingerprint");
            var pem = new Anchor((DownloadHandler) EvidencePanel.this::writeKey, "Download the public key");
            pem.setId("evidence-key");
            return new Facts()
                    .fact("Signed with", key.algorithm() + ", the key of this installation")
                    .fact("Key fingerprint (SHA-256)", fingerprint)
                    .fact("Public key", pem);
        } catch (Refusal unusable) {
            var trouble = new Paragraph(unusable.sentence());
            trouble.addClassNames("callout", "bad");
            return trouble;
        }
    }

    private void writeKey(DownloadEvent event) throws IOException {
        event.setFileName("tieout-evidence-key.pem");
        event.setContentType("application/x-pem-file");
        event.getOutputStream().write(evidence.key().pem().getBytes(StandardCharsets.US_ASCII));
    }

    private Component howToVerify(Publication latest) {
        var file = PackFile.packName(close.organisation(), close.period(), latest.version());
        return new Paragraph(
                new Span("To check a pack, run "),
                new Code("./tieout verify " + file + " --key tieout-evidence-key.pem"),
                new Span(" or the same with "),
                new Code("java -jar tieout-verify.jar"),
                new Span(". It needs no database. Give a receiver the fingerprint over another way than the pack."));
    }
}
