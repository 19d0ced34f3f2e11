package dev.tieout.findings.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import java.util.function.Consumer;

/** Asks what came of a follow-up, or why nobody looks into it any more. */
final class OutcomeForm extends Dialog {

    OutcomeForm(String title, String sentence, String word, String label, Consumer<String> end) {
        setHeaderTitle(title);
        setWidth("560px");
        var outcome = new TextArea(label);
        outcome.setId("outcome");
        outcome.setRequiredIndicatorVisible(true);
        var form = new Div(Panel.quiet(sentence), outcome);
        form.addClassName("form");
        add(form);
        var confirm = new Button(word, click -> {
            if (Notices.unlessRefused(() -> end.accept(outcome.getValue()))) {
                close();
            }
        });
        confirm.setId("outcome-confirm");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
    }
}
