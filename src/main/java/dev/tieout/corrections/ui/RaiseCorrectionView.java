package dev.tieout.corrections.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.corrections.Changes;
import dev.tieout.corrections.ChangesRefused;
import dev.tieout.corrections.ChangesRefused.Fault;
import dev.tieout.corrections.Corrections;
import dev.tieout.corrections.Corrections.Draft;
import dev.tieout.movements.Movements;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.Policies;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form that raises a correction note. */
@Route("closes/:period/correct")
@PermitAll
class RaiseCorrectionView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Closes closes;
    private final Corrections corrections;
    private final Movements movements;
    private final Policies policies;
    private final TextArea comment = new TextArea("Why the close is corrected");
    private final TextField clause = new TextField("Clause of the policy, if it rests on one");
    private final Div rows = new Div();
    private final Div faults = new Div();
    private @Nullable Close close;
    private int numbered;

    RaiseCorrectionView(Closes closes, Corrections corrections, Movements movements, Policies policies) {
        this.closes = closes;
        this.corrections = corrections;
        this.movements = movements;
        this.policies = policies;
        addClassName("page");
        rows.addClassName("stack");
        faults.setId("faults");
        faults.addClassNames("callout", "bad");
        comment.setId("correction-comment");
        comment.setRequiredIndicatorVisible(true);
        comment.setHelperText("Goes into the restated version's stamps and onto the trail.");
        comment.setManualValidation(true);
        clause.setId("policy-clause");
    }

    @Override
    public String getPageTitle() {
        return "Raise a correction – Tieout";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var period = Period.parse(event.getRouteParameters().get("period").orElse(""));
        close = closes.of(period);
        removeAll();
        faults.setVisible(false);
        add(new PageHeading("Raise a correction of " + Words.of(period))
                .saying(
                        "Another person approves it, with everything that it moves on show. The published versions stay.")
                .offering(new Anchor("closes/" + period + "?part=corrections", "Close of " + Words.of(period))));
        var more = new Button("Another change", click -> addRow());
        more.setId("another-change");
        add(new Panel("Why", comment, clause), new Panel("What to change", rows, actions(more)), faults, buttons());
        rows.removeAll();
        addRow();
    }

    private Div buttons() {
        var raise = new Button("Raise this correction", click -> raise());
        raise.setId("raise");
        raise.addThemeVariants(ButtonVariant.PRIMARY);
        return actions(raise);
    }

    private static Div actions(Button button) {
        var actions = new Div(button);
        actions.addClassName("actions");
        return actions;
    }

    private void addRow() {
        var present = Objects.requireNonNull(close);
        boolean byLine = policies.version(present.policyVersion()).choices().grain() == Grain.LINE;
        var lines = new BookLines(movements, present, byLine);
        rows.add(new ChangeRow(++numbered, present.firstPeriod(), lines, rows::remove));
    }

    private void raise() {
        faults.setVisible(false);
        if (comment.getValue().isBlank()) {
            comment.setInvalid(true);
            comment.setErrorMessage("Say why; others will rely on it.");
            comment.focus();
            return;
        }
        comment.setInvalid(false);
        var changes = rows.getChildren().map(ChangeRow.class::cast).toList();
        changes.forEach(ChangeRow::unmark);
        var written = changes.stream().map(ChangeRow::written).toList();
        try {
            var draft = new Draft(comment.getValue(), clause.getValue(), Changes.read(written));
            var raised = corrections.raise(Objects.requireNonNull(close).span(), draft);
            Notices.done("Correction " + raised.id() + " is raised.");
            UI.getCurrent().navigate("correction/" + raised.id());
        } catch (ChangesRefused refused) {
            show(refused.faults().stream()
                    .filter(fault -> fault.change() == 0
                            || !changes.get(fault.change() - 1).mark(fault))
                    .map(Fault::sentence)
                    .toList());
            Notices.warn("The correction is not raised yet: see what is marked.");
        } catch (Refusal refusal) {
            show(List.of(refusal.sentence()));
        }
    }

    private void show(List<String> sentences) {
        var list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        faults.removeAll();
        faults.add(list);
        faults.getElement().setAttribute("role", "alert");
        faults.setVisible(!sentences.isEmpty());
    }
}
