package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.tieout.publication.Publication;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import java.util.List;
import java.util.stream.Collectors;

/** The versions of a period's report, newest first. */
public final class PublicationsTable extends Div {

    public PublicationsTable(List<Publication> versions, Format format) {
        if (versions.isEmpty()) {
            add(Panel.quiet("Nothing has been published for this period yet."));
            return;
        }
        add(new DataTable<Publication>("Published versions")
                .cell("Version", PublicationsTable::link)
                .cell("Status", version -> PublicationWords.tag(version.status()))
                .text("Published", version -> format.at(version.publishedAt()))
                .text("Open variance", PublicationsTable::open)
                .text("Policy", version -> "Version " + version.stamps().policy())
                .text("Signed by", PublicationsTable::signed)
                .rows(versions.reversed()));
    }

    private static Component link(Publication version) {
        return new Anchor(
                "report/" + version.period() + "?version=" + version.version(), "Version " + version.version());
    }

    private static String open(Publication version) {
        return version.openVariances() == 0
                ? "None"
                : version.openVariances() + ", " + Format.money(version.openVariance(), version.currency());
    }

    private static String signed(Publication version) {
        return version.stamps().approvers().isEmpty()
                ? Format.NONE
                : version.stamps().approvers().stream()
                        .map(approver -> approver.person())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }
}
