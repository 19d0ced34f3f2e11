package dev.tieout.exports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.tieout.exports.ShareLinks;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.publication.Report;
import dev.tieout.publication.ui.ReportAction;
import dev.tieout.web.ui.Format;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** Sharing the version that is shown, for controllers. */
@Service
@Order(20)
class ShareAction implements ReportAction {

    private final ShareLinks links;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;
    private final Clock clock;

    ShareAction(ShareLinks links, CurrentActor currentActor, ObjectProvider<Format> formats, Clock clock) {
        this.links = links;
        this.currentActor = currentActor;
        this.formats = formats;
        this.clock = clock;
    }

    @Override
    public Optional<Component> of(Report report) {
        if (!currentActor.get().has(Role.CONTROLLER)) {
            return Optional.empty();
        }
        var button = new Button(
                "Share", click -> new ShareDialog(report.publication(), links, formats.getObject(), clock).open());
        button.setId("share");
        return Optional.of(button);
    }
}
