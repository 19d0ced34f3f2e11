package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.tieout.publication.Report;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** The way from a report to all versions of its period. */
@Service
@Order(90)
class VersionLinks implements ReportAction {

    @Override
    public Optional<Component> of(Report report) {
        var publication = report.publication();
        var link = new Anchor(
                "versions/" + publication.period() + "?to=" + publication.version(), "All versions and differences");
        link.setId("to-versions");
        return Optional.of(link);
    }
}
