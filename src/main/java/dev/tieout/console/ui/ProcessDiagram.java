package dev.tieout.console.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The process as drawn in {@code bpmn/}, the present step marked. Shown by the bpmn-js viewer, whose watermark stays. */
@Tag("tieout-process")
final class ProcessDiagram extends Component {

    /** @param step the name of the element the close is at */
    ProcessDiagram(String process, String step) {
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", "Process of a close; it is at the step “" + step + "”");
        getElement().setProperty("step", step);
        getElement().setProperty("xml", xml(process));
    }

    private static String xml(String process) {
        try {
            return new ClassPathResource("bpmn/" + process + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://elements/tieout-process.js");
    }
}
