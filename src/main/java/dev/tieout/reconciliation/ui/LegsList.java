package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tieout.closing.Close;
import dev.tieout.reconciliation.AccountLegs;
import dev.tieout.reconciliation.AccountLegs.Standing;
import dev.tieout.reconciliation.AccountLegs.Which;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The legs of every account side by side, a page at a time in the order of their ids. */
final class LegsList extends Div {

    private static final int PAGE = 50;

    private final Desk desk;
    private final Close close;
    private final TextField search = new TextField("Account");
    private final Checkbox differing = new Checkbox("Only those that differ");
    private final Div page = new Div();
    private final Button back = new Button("Previous", click -> turnBack());
    private final Button on = new Button("Next", click -> turnOn());

    /** Where the pages before this one begin. */
    private final Deque<String> before = new ArrayDeque<>();

    private String from = "";
    private @Nullable String next;

    LegsList(Desk desk, Close close) {
        this.desk = desk;
        this.close = close;
        addClassName("stack");
        search.setId("legs-search");
        search.setPlaceholder("Id or name");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> begin());
        differing.setId("legs-differing");
        differing.addValueChangeListener(event -> begin());
        var filters = new Div(search, differing);
        filters.addClassNames("row", "filters");
        for (var button : new Button[] {back, on}) {
            button.addThemeVariants(ButtonVariant.SMALL);
        }
        var turning = new Div(back, on);
        turning.addClassName("actions");
        add(filters, page, turning);
        show();
    }

    private void begin() {
        before.clear();
        from = "";
        show();
    }

    private void turnOn() {
        if (next != null) {
            before.push(from);
            from = next;
            show();
        }
    }

    private void turnBack() {
        if (!before.isEmpty()) {
            from = before.pop();
            show();
        }
    }

    private void show() {
        var found = desk.reconciliation()
                .legs(close.key(), differing.getValue() ? Which.DIFFERING : Which.ALL, search.getValue(), from, PAGE);
        next = found.next();
        back.setVisible(!before.isEmpty());
        on.setVisible(next != null);
        page.removeAll();
        if (found.items().isEmpty()) {
            page.add(Panel.quiet("No account is like that in any leg."));
            return;
        }
        page.add(new DataTable<AccountLegs>("Legs by account")
                .cell("Account", LegsList::account)
                .number("Billing", legs -> amount(legs, legs.billing()))
                .number("Ledger", legs -> amount(legs, legs.ledger()))
                .number("Retained", legs -> amount(legs, legs.retained()))
                .number("Billing − ledger", legs -> signed(legs, legs.billing().subtract(legs.ledger())))
                .number(
                        "Billing − retained",
                        legs -> signed(legs, legs.billing().subtract(legs.retained())))
                .number("Tolerance", legs -> legs.tolerance() == null ? "no rate" : amount(legs, legs.tolerance()))
                .cell("", legs -> tag(legs))
                .rows(found.items()));
    }

    private static Component account(AccountLegs legs) {
        return VariancesPanel.twoLines(legs.name(), legs.account() + ", " + legs.currency());
    }

    private static String amount(AccountLegs legs, BigDecimal amount) {
        return Format.amount(amount, legs.currency());
    }

    private static String signed(AccountLegs legs, BigDecimal amount) {
        return Format.signed(amount, legs.currency());
    }

    private static Component tag(AccountLegs legs) {
        if (legs.state() != null && legs.standing() == Standing.DIFFERS) {
            return VariancesPanel.tag(legs.state());
        }
        return switch (legs.standing()) {
            case EQUAL -> new Tag("Equal", Tone.GOOD);
            case WITHIN_TOLERANCE -> new Tag("Within tolerance", Tone.GOOD);
            case DIFFERS -> new Tag("Differs", Tone.BAD);
            case EXCLUDED -> new Tag("Excluded", Tone.NEUTRAL);
        };
    }
}
