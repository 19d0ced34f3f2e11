package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.closing.Close;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Variances.Approve;
import dev.tieout.reconciliation.Variances.Assign;
import dev.tieout.reconciliation.Variances.Explain;
import dev.tieout.reconciliation.Variances.Outcome;
import dev.tieout.reconciliation.Variances.Selection;
import dev.tieout.reconciliation.Variances.Step;
import dev.tieout.rules.VarianceCause;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.StepForm;
import dev.tieout.web.ui.Words;
import java.util.function.Supplier;

/** One step with all the variances that are ticked, or with all that are listed when none is. */
final class BulkBar extends Div {

    private static final int NAMED = 8;

    private final Desk desk;
    private final Close close;
    private final Supplier<Selection> selection;
    private final Runnable changed;
    private final Span scope = new Span();
    private final Div outcome = new Div();

    BulkBar(Desk desk, Close close, Supplier<Selection> selection, Runnable changed) {
        this.desk = desk;
        this.close = close;
        this.selection = selection;
        this.changed = changed;
        setId("bulk");
        addClassName("decisions");
        scope.addClassName("quiet");
        offer();
    }

    /** Says what a step would be taken with. */
    void covers(int ticked, long listed) {
        scope.setText(
                ticked > 0
                        ? Words.counted(ticked, "variance is", "variances are") + " ticked."
                        : "None is ticked: a step is taken with all " + Words.counted(listed, "variance", "variances")
                                + " of the list.");
    }

    private void offer() {
        removeAll();
        var row = new Div();
        row.addClassName("actions");
        if (desk.person().has(Role.CONTROLLER)) {
            row.add(
                    StepForm.opener("bulk-explain", "Explain together", this::askExplain),
                    StepForm.opener("bulk-assign", "Assign together", this::askAssign));
        }
        row.add(StepForm.opener("bulk-approve", "Approve explanations", this::askApprove), scope);
        add(row, outcome);
    }

    private void ask(String title, String word, Runnable decide, Component... fields) {
        removeAll();
        add(new StepForm("bulk", title, word, decide, this::offer, fields), scope);
    }

    private void askExplain() {
        var cause = new Select<VarianceCause>();
        cause.setId("bulk-cause");
        cause.setLabel("Cause");
        cause.setItems(VarianceCause.values());
        cause.setEmptySelectionAllowed(true);
        cause.setEmptySelectionCaption("Each keeps its own");
        cause.setItemLabelGenerator(value -> value == null ? "Each keeps its own" : Words.of(value));
        var comment = StepForm.comment("bulk-comment", "Explanation");
        comment.setHelperText("One explanation for all. Another person approves it.");
        ask(
                "Explain them together",
                "Explain",
                () -> {
                    if (StepForm.said(comment, "Say what explains the differences.")) {
                        take(new Explain(cause.getValue(), comment.getValue().trim()));
                    }
                },
                cause,
                comment);
    }

    private void askAssign() {
        var owner = new TextField("Owner");
        owner.setId("bulk-owner");
        owner.setValue(desk.person().name());
        owner.setRequiredIndicatorVisible(true);
        var due = new DatePicker(
                "Due", desk.format().today().plusDays(desk.policy(close).varianceSlaDays()));
        due.setId("bulk-due");
        due.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        ask(
                "Give them an owner",
                "Assign",
                () -> {
                    if (owner.isEmpty() || due.isEmpty()) {
                        Notices.warn("Name an owner and a due date.");
                    } else {
                        take(new Assign(owner.getValue().trim(), due.getValue(), null));
                    }
                },
                owner,
                due);
    }

    private void askApprove() {
        var comment = StepForm.comment("bulk-comment", "Comment");
        comment.setRequiredIndicatorVisible(false);
        ask(
                "Approve their explanations",
                "Approve",
                () -> take(new Approve(
                        comment.isEmpty() ? null : comment.getValue().trim())),
                comment);
    }

    private void take(Step step) {
        Notices.unlessRefused(() -> {
            var done = desk.variances().bulk(close.key(), selection.get(), step);
            tell(done);
            offer();
            changed.run();
        });
    }

    private void tell(Outcome done) {
        outcome.removeAll();
        var line = new Paragraph("Done with " + Words.counted(done.done(), "variance", "variances")
                + (done.refusedInAll() == 0
                        ? "."
                        : "; " + Words.counted(done.refusedInAll(), "was", "were") + " left alone:"));
        var callout = new Div(line);
        callout.addClassName("callout");
        callout.setClassName("good", done.refusedInAll() == 0);
        if (done.refusedInAll() > 0) {
            var list = new UnorderedList();
            done.refused().stream()
                    .limit(NAMED)
                    .forEach(one -> list.add(new ListItem(
                            (one.account() == null ? "Variance " + one.id() : one.account()) + ": " + one.reason())));
            if (done.refusedInAll() > NAMED) {
                list.add(new ListItem("and " + (done.refusedInAll() - NAMED) + " more."));
            }
            callout.add(list);
        }
        outcome.add(callout);
    }
}
