package dev.tieout.publication.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.publication.report.ReadingGuide.Reading;
import dev.tieout.web.ui.Panel;
import java.util.Locale;

/** What NRR and GRR say where they stand, below the figures themselves. */
final class ReadingGuidePanel extends Div {

    ReadingGuidePanel(ReadingGuide guide) {
        setId("reading-guide");
        addClassName("stack");
        guide.divergence().ifPresent(sentence -> {
            var flag = new Paragraph(sentence);
            flag.setId("divergence");
            flag.addClassName("callout");
            add(flag);
        });
        var readings = new DescriptionList();
        readings.addClassName("reading");
        readings.add(reading("NRR", guide.nrr()), reading("GRR", guide.grr()));
        add(readings);
        add(Panel.quiet(guide.gap().map(gap -> gap + " ").orElse("") + ReadingGuide.ABOUT));
    }

    private static Div reading(String ratio, Reading reading) {
        return new Div(
                new Term(ratio + ": " + reading.stand().words().toLowerCase(Locale.ENGLISH)),
                new Description(reading.sentence()));
    }
}
