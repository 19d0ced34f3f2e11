package dev.tieout.movements.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tieout.movements.MovementFilter;
import dev.tieout.terms.MovementClass;
import dev.tieout.web.ui.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters above a list of movements; each narrows it at once. */
final class MovementFilters extends Div {

    private static final int TYPING_PAUSE_MILLIS = 300;

    private final TextField account = new TextField("Account");
    private final MultiSelectComboBox<MovementClass> classes = new MultiSelectComboBox<>("Class");
    private final BigDecimalField atLeast = new BigDecimalField("Change at least");
    private final Select<Choice> review = choice("Review", "Flagged", "Not flagged");
    private final Select<Choice> excluded = choice("Excluded", "Excluded only", "Without excluded");

    MovementFilters(String currency, Runnable changed) {
        addClassNames("row", "filters");
        account.setPlaceholder("Id or name");
        account.setClearButtonVisible(true);
        account.setValueChangeMode(ValueChangeMode.LAZY);
        account.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        classes.setItems(MovementClass.values());
        classes.setItemLabelGenerator(Words::of);
        classes.setPlaceholder("All classes");
        classes.setClearButtonVisible(true);
        atLeast.setSuffixComponent(new Div(currency));
        atLeast.setClearButtonVisible(true);
        atLeast.setValueChangeMode(ValueChangeMode.LAZY);
        atLeast.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        account.setId("filter-account");
        classes.setId("filter-class");
        atLeast.setId("filter-at-least");
        review.setId("filter-review");
        excluded.setId("filter-excluded");
        account.addValueChangeListener(event -> changed.run());
        classes.addValueChangeListener(event -> changed.run());
        atLeast.addValueChangeListener(event -> changed.run());
        review.addValueChangeListener(event -> changed.run());
        excluded.addValueChangeListener(event -> changed.run());
        add(account, classes, atLeast, review, excluded);
    }

    private static Select<Choice> choice(String label, String yes, String no) {
        var select = new Select<Choice>();
        select.setLabel(label);
        select.setItems(Choice.values());
        select.setItemLabelGenerator(choice -> switch (choice) {
            case ALL -> "All";
            case YES -> yes;
            case NO -> no;
        });
        select.setValue(Choice.ALL);
        return select;
    }

    /** What the filters say now. */
    MovementFilter filter() {
        var typed = account.getValue().trim();
        return new MovementFilter(
                Set.copyOf(classes.getValue()),
                review.getValue().asked(),
                typed.isEmpty() ? null : typed,
                atLeast.getValue(),
                excluded.getValue().asked());
    }

    /** Shows one class alone. */
    void only(MovementClass movementClass) {
        classes.setValue(Set.of(movementClass));
    }

    /** Shows the accounts whose id or name holds this. */
    void only(String part) {
        account.setValue(part);
    }

    /** Shows what a person should look at. */
    void onlyFlagged() {
        review.setValue(Choice.YES);
    }

    private enum Choice {
        ALL,
        YES,
        NO;

        @Nullable
        Boolean asked() {
            return this == ALL ? null : Boolean.valueOf(this == YES);
        }
    }
}
