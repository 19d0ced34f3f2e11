package dev.tieout.web.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** A part of a page under its own heading. */
public final class Panel extends Section {

    public Panel(String title, Component... content) {
        addClassName("panel");
        add(new H2(title));
        add(content);
    }

    /** The same look where the page's own heading says it all. */
    public static Div plain(Component... content) {
        var panel = new Div(content);
        panel.addClassName("panel");
        return panel;
    }

    /** A quiet sentence: what there is to know, or that there is nothing yet. */
    public static Paragraph quiet(String sentence) {
        var line = new Paragraph(sentence);
        line.addClassName("quiet");
        return line;
    }
}
