package dev.tieout.web.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** Names and their values, one under the other. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** Figures side by side, large. */
    public static Facts headline() {
        var facts = new Facts();
        facts.addClassName("headline");
        return facts;
    }

    public Facts fact(String name, @Nullable String value) {
        add(new Div(new Term(name), new Description(value == null || value.isEmpty() ? Format.NONE : value)));
        return this;
    }

    public Facts fact(String name, Component... value) {
        add(new Div(new Term(name), new Description(value)));
        return this;
    }
}
