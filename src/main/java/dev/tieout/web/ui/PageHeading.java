package dev.tieout.web.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** What a page is about: its title, states beside it, one line below it, actions on the right. */
public final class PageHeading extends Div {

    private final Div titleLine = new Div();
    private final Div lead = new Div();

    public PageHeading(String title) {
        addClassName("page-heading");
        titleLine.addClassName("title-line");
        titleLine.add(new H1(title));
        lead.addClassName("lead");
        lead.add(titleLine);
        add(lead);
    }

    /** States beside the title. */
    public PageHeading with(Component... tags) {
        titleLine.add(tags);
        return this;
    }

    /** One quiet line below the title. */
    public PageHeading saying(String sentence) {
        var line = new Paragraph(sentence);
        line.addClassName("quiet");
        lead.add(line);
        return this;
    }

    /** Buttons and links on the right. */
    public PageHeading offering(Component... actions) {
        var side = new Div(actions);
        side.addClassName("actions");
        add(side);
        return this;
    }
}
