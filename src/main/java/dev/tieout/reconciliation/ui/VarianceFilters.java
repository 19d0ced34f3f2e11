package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.tieout.closing.Close;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.reconciliation.VarianceFilter;
import dev.tieout.rules.VarianceCause;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.Set;

/** Narrows the list of variances: by state, cause and owner, and to those overdue. */
final class VarianceFilters extends Div {

    private final Select<State> state = new Select<>();
    private final Select<VarianceCause> cause = new Select<>();
    private final Select<String> owner = new Select<>();
    private final Checkbox overdue = new Checkbox("Overdue");

    VarianceFilters(Desk desk, Close close, Runnable changed) {
        addClassNames("row", "filters");
        prepare(state, "filter-state", "State");
        state.setItems(State.values());
        state.setItemLabelGenerator(value -> value == null ? "All" : Words.of(value));
        prepare(cause, "filter-cause", "Cause");
        cause.setItems(VarianceCause.values());
        cause.setItemLabelGenerator(value -> value == null ? "All" : Words.of(value));
        prepare(owner, "filter-owner", "Owner");
        var owners = new ArrayList<>(desk.variances().owners(close.key()));
        owners.addFirst(VarianceFilter.NOBODY);
        owner.setItems(owners);
        owner.setItemLabelGenerator(
                value -> value == null ? "All" : value.equals(VarianceFilter.NOBODY) ? "Nobody yet" : value);
        overdue.setId("filter-overdue");
        add(state, cause, owner, overdue);
        state.addValueChangeListener(event -> changed.run());
        cause.addValueChangeListener(event -> changed.run());
        owner.addValueChangeListener(event -> changed.run());
        overdue.addValueChangeListener(event -> changed.run());
    }

    private static void prepare(Select<?> select, String id, String label) {
        select.setId(id);
        select.setLabel(label);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("All");
    }

    VarianceFilter value() {
        return new VarianceFilter(
                state.isEmpty() ? Set.of() : Set.of(state.getValue()),
                cause.getValue(),
                owner.getValue(),
                overdue.getValue());
    }
}
