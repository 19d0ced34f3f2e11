package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Variance;
import dev.tieout.rules.VarianceCause;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.StepForm;
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
            row.add(
                    StepForm.opener("explain", "Explain", this::askExplain),
                    StepForm.opener("assign", "Assign", this::askAssign));
        }
        if (variance.state() == Variance.State.PROPOSED && !isOwn()) {
            row.add(StepForm.opener("approve-explanation", "Approve explanation", this::askApprove));
            row.add(StepForm.opener("reject-explanation", "Turn it down", this::askReject));
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

    private void askExplain() {
        var cause = new Select<VarianceCause>();
        cause.setLabel("Cause");
        cause.setId("variance-cause");
        cause.setItems(VarianceCause.values());
        cause.setItemLabelGenerator(Words::of);
        cause.setValue(variance.cause());
        var comment = StepForm.comment("variance-comment", "Explanation");
        comment.setHelperText("Another person approves it before the report can be final.");
        ask(
                "Explain the difference",
                "Explain",
                () -> {
                    if (StepForm.said(comment, "Say what explains the difference.")) {
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
        var comment = StepForm.comment("variance-comment", "Comment");
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

    private void askReject() {
        var comment = StepForm.comment("variance-comment", "Why it does not explain the difference");
        ask(
                "Turn the explanation down",
                "Turn it down",
                () -> {
                    if (StepForm.said(comment, "Say what is wrong with it.")) {
                        done(() -> desk.reconciliation()
                                .reject(variance.id(), comment.getValue().trim()));
                    }
                },
                comment);
    }

    private void ask(String title, String word, Runnable decide, Component... fields) {
        removeAll();
        add(new StepForm("variance", title, word, decide, this::offer, fields));
    }

    private void done(Runnable work) {
        if (Notices.unlessRefused(work)) {
            decided.run();
        }
    }
}
