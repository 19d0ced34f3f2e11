package dev.tieout.web.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tieout.web.Disturbance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Above every page while something is away that Tieout needs: what people see there does not go on by itself meanwhile. */
final class DisturbanceBanner extends Div {

    private List<String> told = List.of();

    DisturbanceBanner() {
        setId("disturbance");
        addClassName("disturbance");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Tells what is wrong now, or nothing. */
    void show(Stream<Disturbance> disturbances) {
        var sentences = disturbances
                .map(Disturbance::sentence)
                .flatMap(Optional::stream)
                .toList();
        if (!sentences.equals(told)) {
            told = sentences;
            removeAll();
            sentences.forEach(sentence -> add(new Paragraph(sentence)));
            setVisible(!sentences.isEmpty());
        }
    }
}
