package dev.tieout.sources.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.tieout.sources.ImportProfiles;
import dev.tieout.sources.SourceKind;
import dev.tieout.web.ui.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Downloads a file with the columns of a kind and nothing below them, to be filled in. */
final class TemplateLink extends Anchor {

    TemplateLink(ImportProfiles profiles, SourceKind kind) {
        super(download(profiles, kind), "Template");
        setId("template-" + kind.name().toLowerCase(Locale.ROOT));
        setAriaLabel("Template for " + Words.within(kind));
        addClassName("download");
    }

    private static DownloadHandler download(ImportProfiles profiles, SourceKind kind) {
        return event -> {
            event.setFileName(kind.name().toLowerCase(Locale.ROOT) + "-template.csv");
            event.setContentType("text/csv");
            event.getOutputStream().write(profiles.template(kind).getBytes(StandardCharsets.UTF_8));
        };
    }
}
