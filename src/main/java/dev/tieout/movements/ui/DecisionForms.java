package dev.tieout.movements.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.closing.Close;
import dev.tieout.movements.Movement;
import dev.tieout.movements.Movement.DecidedBy;
import dev.tieout.movements.Movements;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.StepForm;
import dev.tieout.web.ui.Words;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Override and exclude, in place, each with a comment. A decision made here excludes the person from approving the close. */
final class DecisionForms extends Div {

    private final Movements movements;
    private final Close close;
    private final Movement movement;
    private final Runnable decided;

    DecisionForms(Movements movements, Close close, Movement movement, Runnable decided) {
        this.movements = movements;
        this.close = close;
        this.movement = movement;
        this.decided = decided;
        addClassName("decisions");
        offer();
    }

    private void offer() {
        removeAll();
        var row = new Div();
        row.addClassName("actions");
        row.add(StepForm.opener("override", "Override", this::askOverride));
        if (movement.decidedBy() instanceof DecidedBy.Person) {
            row.add(StepForm.opener("undo-override", "Undo override", this::askUndo));
        }
        row.add(
                movement.excluded()
                        ? StepForm.opener("include", "Include account", this::askInclude)
                        : StepForm.opener("exclude", "Exclude account", this::askExclude));
        add(row);
    }

    private void askOverride() {
        var to = new Select<MovementClass>();
        to.setLabel("Class");
        to.setId("decision-class");
        to.setItems(Arrays.stream(MovementClass.values())
                .filter(choice -> choice != MovementClass.UNCLASSIFIED)
                .toList());
        to.setItemLabelGenerator(Words::of);
        if (movement.movementClass() != MovementClass.UNCLASSIFIED) {
            to.setValue(movement.movementClass());
        }
        var reason = new Select<Reason>();
        reason.setLabel("Reason");
        reason.setId("decision-reason");
        reason.setItems(Reason.values());
        reason.setItemLabelGenerator(Words::of);
        reason.setValue(movement.reason() == null ? Reason.OTHER : movement.reason());
        ask(
                "Override the classification",
                "Override",
                comment -> {
                    if (to.isEmpty()) {
                        Notices.warn("Choose the class that is right.");
                        return;
                    }
                    done(() -> movements.override(
                            close.key(),
                            movement.account(),
                            movement.line(),
                            to.getValue(),
                            reason.getValue(),
                            comment));
                },
                to,
                reason);
    }

    private void askUndo() {
        ask(
                "Let the table's verdict stand again",
                "Undo override",
                comment ->
                        done(() -> movements.undoOverride(close.key(), movement.account(), movement.line(), comment)));
    }

    private void askExclude() {
        var reason = new TextField("Reason");
        reason.setId("exclusion-reason");
        reason.setPlaceholder("Internal account, test data, …");
        reason.setRequiredIndicatorVisible(true);
        ask(
                "Take the account out of the period's numbers",
                "Exclude",
                comment -> done(() -> movements.exclude(close.key(), movement.account(), reason.getValue(), comment)),
                reason);
    }

    private void askInclude() {
        ask(
                "Take the account in again",
                "Include",
                comment -> done(() -> movements.include(close.key(), movement.account(), comment)));
    }

    private void ask(String title, String word, Consumer<String> decide, Component... fields) {
        removeAll();
        var comment = StepForm.comment("decision-comment", "Comment");
        comment.setHelperText("Goes on the trail with your name. Whoever decides here does not approve this close.");
        Runnable confirmed = () -> {
            if (StepForm.said(comment, "Say why; others will rely on it.")) {
                decide.accept(comment.getValue().trim());
            }
        };
        var all = Stream.concat(Arrays.stream(fields), Stream.of(comment)).toArray(Component[]::new);
        add(new StepForm("decision", title, word, confirmed, this::offer, all));
    }

    private void done(Runnable work) {
        if (Notices.unlessRefused(work)) {
            decided.run();
        }
    }
}
