package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.ui.TieOutPanels.Desk;
import dev.tieout.rules.VarianceCause;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Words;

/** What a person may do with an open variance: give it an owner, explain it, approve another person's explanation. */
final class VarianceForms extends Div {

    private final Desk desk;
    private final Variance variance;
    private final Runnable decided;

    VarianceForms(Desk desk, Variance variance, Runnable decided) {
        this.desk = desk;
        this.variance = variance;
        this.decided = decided;
        addClassName("decisions");
        offer();
    }

    private void offer() {
        removeAll();
        var row = new Div();
        row.addClassName("actions");
        if (desk.person().has(Role.CONTROLLER)) {
            row.add(button("explain", "Explain", this::askExplain), button("assign", "Assign", this::askAssign));
        }
        if (variance.state() == Variance.State.PROPOSED && !isOwn()) {
            row.add(button("approve-explanation", "Approve explanation", this::askApprove));
        }
        add(row);
        if (variance.state() == Variance.State.PROPOSED && isOwn()) {
            var why = new Paragraph("You explained this variance, so another person approves the explanation.");
            why.addClassName("callout");
            add(why);
        }
    }

    private boolean isOwn() {
        return desk.person().name().equals(variance.explainedBy());
    }

    private static Button button(String id, String word, Runnable work) {
        var button = new Button(word, click -> work.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void askExplain() {
        var cause = new Select<VarianceCause>();
        cause.setLabel("Cause");
        cause.setId("variance-cause");
        cause.setItems(VarianceCause.values());
        cause.setItemLabelGenerator(Words::of);
        cause.setValue(variance.cause());
        var comment = comment("Explanation");
        comment.setHelperText("Another person approves it before the report can be final.");
        ask(
                "Explain the difference",
                "Explain",
                () -> {
                    if (said(comment)) {
                        done(() -> desk.reconciliation()
                                .explain(
                                        variance.id(),
                                        cause.getValue(),
                                        comment.getValue().trim()));
                    }
                },
                cause,
                comment);
    }

    private void askAssign() {
        var owner = new TextField("Owner");
        owner.setId("variance-owner");
        owner.setRequiredIndicatorVisible(true);
        owner.setValue(variance.owner() == null ? desk.person().name() : variance.owner());
        var due = new DatePicker("Due", variance.dueOn());
        due.setId("variance-due");
        due.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        ask(
                "Give it an owner",
                "Assign",
                () -> {
                    if (owner.isEmpty() || due.isEmpty()) {
                        Notices.warn("Name an owner and a due date.");
                    } else {
                        done(() -> desk.reconciliation()
                                .assign(variance.id(), owner.getValue().trim(), due.getValue()));
                    }
                },
                owner,
                due);
    }

    private void askApprove() {
        var comment = comment("Comment");
        comment.setRequiredIndicatorVisible(false);
        ask(
                "Approve the explanation",
                "Approve",
                () -> done(() -> desk.reconciliation()
                        .approve(
                                variance.id(),
                                comment.isEmpty() ? null : comment.getValue().trim())),
                comment);
    }

    private static TextArea comment(String label) {
        var comment = new TextArea(label);
        comment.setId("variance-comment");
        comment.setRequiredIndicatorVisible(true);
        comment.setManualValidation(true);
        return comment;
    }

    private static boolean said(TextArea comment) {
        boolean blank = comment.getValue().isBlank();
        comment.setInvalid(blank);
        comment.setErrorMessage(blank ? "Say what explains the difference." : "");
        return !blank;
    }

    private void ask(String title, String word, Runnable decide, Component... fields) {
        removeAll();
        var confirm = new Button(word, click -> decide.run());
        confirm.setId("variance-confirm");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Button("Cancel", click -> offer());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(confirm, cancel);
        buttons.addClassName("actions");
        var form = new Div(new H3(title));
        form.addClassName("form");
        form.add(fields);
        form.add(buttons);
        add(form);
    }

    private void done(Runnable work) {
        if (Notices.unlessRefused(work)) {
            decided.run();
        }
    }
}
