package dev.tieout.web.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;

/** The frame of a small form in place: a title, fields, and two buttons, one that does it and one that leaves it. */
public final class StepForm extends Div {

    /**
     * A form.
     *
     * @param word what the button that does it says; its id is {@code id} and {@code -confirm}
     */
    public StepForm(String id, String title, String word, Runnable confirmed, Runnable cancelled, Component... fields) {
        addClassName("form");
        var confirm = new Button(word, click -> confirmed.run());
        confirm.setId(id + "-confirm");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Button("Cancel", click -> cancelled.run());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(confirm, cancel);
        buttons.addClassName("actions");
        add(new H3(title));
        add(fields);
        add(buttons);
    }

    /** A small button that opens a form. */
    public static Button opener(String id, String word, Runnable open) {
        var button = new Button(word, click -> open.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** A comment that has to be given. */
    public static TextArea comment(String id, String label) {
        var comment = new TextArea(label);
        comment.setId(id);
        comment.setRequiredIndicatorVisible(true);
        comment.setManualValidation(true);
        return comment;
    }

    /** Whether something was said; if not, the field tells so and takes the focus. */
    public static boolean said(TextArea comment, String otherwise) {
        boolean blank = comment.getValue().isBlank();
        comment.setInvalid(blank);
        comment.setErrorMessage(blank ? otherwise : "");
        if (blank) {
            comment.focus();
        }
        return !blank;
    }
}
