package dev.tieout.metrics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import org.jspecify.annotations.Nullable;

/** A figure that leads to the movements it sums up; plain text where it is nothing, or nobody links it. */
final class FigureText {

    private FigureText() {}

    static Component of(String text, Bridge bridge, @Nullable BridgeLine line, @Nullable FigureLinks links) {
        if (links == null || line == null || line.of(bridge).signum() == 0) {
            return new Text(text);
        }
        var link = new Anchor(links.to(bridge, line), text);
        link.addClassName("figure-link");
        link.setTitle("The movements behind this figure");
        return link;
    }
}
