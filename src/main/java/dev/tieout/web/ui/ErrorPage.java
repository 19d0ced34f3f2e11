package dev.tieout.web.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;

/** What stands in a view's place when it cannot be shown. */
final class ErrorPage {

    private ErrorPage() {}

    static void fill(Main page, String title, String sentence) {
        page.removeAll();
        page.addClassName("page");
        var back = new Anchor("", "Go to your tasks");
        page.add(new H1(title), new Paragraph(sentence), back);
    }
}
