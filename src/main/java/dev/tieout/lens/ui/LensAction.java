package dev.tieout.lens.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.tieout.publication.Report;
import dev.tieout.publication.ui.ReportAction;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** From a report to the same version by other definitions. */
@Service
@Order(40)
class LensAction implements ReportAction {

    @Override
    public Optional<Component> of(Report report) {
        var publication = report.publication();
        var link = new Anchor(
                "lens/" + publication.period() + "?version=" + publication.version(), "By other definitions");
        link.setId("other-definitions");
        return Optional.of(link);
    }
}
