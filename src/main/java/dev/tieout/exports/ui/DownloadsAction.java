package dev.tieout.exports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.tieout.exports.Exports;
import dev.tieout.publication.Report;
import dev.tieout.publication.ui.ReportAction;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Every file of the report that is shown, behind one button. */
@Service
@Order(10)
class DownloadsAction implements ReportAction {

    private final Exports exports;
    private final JsonMapper json;

    DownloadsAction(Exports exports, JsonMapper json) {
        this.exports = exports;
        this.json = json;
    }

    @Override
    public Optional<Component> of(Report report) {
        var button = new Button("Download");
        button.setId("download");
        var choices = new Popover(new Downloads(exports, json, report));
        choices.setTarget(button);
        choices.setPosition(PopoverPosition.BOTTOM_START);
        choices.setAriaLabel("Downloads");
        return Optional.of(button);
    }
}
