package dev.tieout.findings.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import java.time.LocalDate;

/** Asks who looks into a finding, until when, and into what. */
final class FollowUpForm extends Dialog {

    /** Takes what was filled in; may refuse. */
    interface Opens {
        void with(String owner, LocalDate due, String comment);
    }

    FollowUpForm(String title, String sentence, String proposedOwner, LocalDate proposedDue, Opens opens) {
        setHeaderTitle(title);
        setWidth("560px");
        var owner = new TextField("Owner");
        owner.setId("follow-up-owner");
        owner.setHelperText("A person of the organisation, by the name they sign in with.");
        owner.setRequiredIndicatorVisible(true);
        owner.setValue(proposedOwner);
        var due = new DatePicker("Due", proposedDue);
        due.setId("follow-up-due");
        due.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        due.setRequiredIndicatorVisible(true);
        var comment = new TextArea("What to look into");
        comment.setId("follow-up-comment");
        var form = new Div(Panel.quiet(sentence), owner, due, comment);
        form.addClassName("form");
        add(form);
        var confirm = new Button("Follow up", click -> {
            if (owner.isEmpty() || due.isEmpty()) {
                Notices.warn("Name an owner and a due date.");
            } else if (Notices.unlessRefused(
                    () -> opens.with(owner.getValue().trim(), due.getValue(), comment.getValue()))) {
                close();
            }
        });
        confirm.setId("follow-up-confirm");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
    }
}
