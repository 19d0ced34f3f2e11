package dev.tieout.movements.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import dev.tieout.closing.Close;
import dev.tieout.movements.Movement;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements.Sort;
import dev.tieout.movements.Movements.Sort.By;
import dev.tieout.movements.ui.MovementPanels.Behind;
import dev.tieout.terms.MovementClass;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The movements of a close: filters, a grid that reads as one scrolls, and beside it the movement that is selected. */
public final class MovementsPanel extends Div {

    /** Up to so many rows the list is as high as its rows. */
    private static final int SHORT_LIST = 8;

    private final Behind behind;
    private final Close close;
    private final String currency;
    private final boolean mayDecide;
    private final Runnable changed;
    private final MovementFilters filters;
    private final Paragraph matching = new Paragraph();
    private final Grid<Movement> grid = new Grid<>();
    private final Div side = new Div();

    /** Columns that make room while one movement is open: its detail says the same. */
    private final List<Grid.Column<Movement>> beside = new ArrayList<>();

    MovementsPanel(Behind behind, Close close, String currency, boolean mayDecide, Runnable changed) {
        this.behind = behind;
        this.close = close;
        this.currency = currency;
        this.mayDecide = mayDecide;
        this.changed = changed;
        this.filters = new MovementFilters(currency, this::show);
        addClassName("movements");
        matching.addClassName("quiet");
        matching.setId("movements-matching");
        matching.getElement().setAttribute("aria-live", "polite");
        side.addClassName("detail-side");
        side.setVisible(false);
        fillColumns();
        var both = new Div(grid, side);
        both.addClassName("beside");
        add(filters, matching, both);
        show();
    }

    /** Shows one class alone. */
    public void only(MovementClass movementClass) {
        filters.only(movementClass);
    }

    /** Shows the accounts whose id or name holds this. */
    public void only(String account) {
        filters.only(account);
    }

    /** Shows what a person should look at. */
    public void onlyFlagged() {
        filters.onlyFlagged();
    }

    private void fillColumns() {
        grid.setId("movements");
        grid.setAriaLabel("Movements");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setEmptyStateText("No movement matches. Widen the filters.");
        sortable(By.ACCOUNT, grid.addComponentColumn(MovementsPanel::account), "Account")
                .setFlexGrow(1);
        fixed(
                sortable(
                        By.CLASS,
                        grid.addComponentColumn(movement -> MovementWords.tag(movement.movementClass())),
                        "Class"),
                "128px");
        beside.add(fixed(grid.addColumn(MovementsPanel::reason).setHeader("Reason"), "184px"));
        beside.add(amount(By.OPENING, "Opening", Movement::opening, false));
        beside.add(amount(By.CLOSING, "Closing", Movement::closing, false));
        amount(By.CHANGE, "Change", Movement::change, true);
        beside.add(fixed(grid.addComponentColumn(MovementsPanel::marks).setHeader("Marks"), "124px"));
        grid.addSelectionListener(event -> open(event.getFirstSelectedItem().orElse(null)));
    }

    private static Grid.Column<Movement> sortable(By by, Grid.Column<Movement> column, String header) {
        return column.setHeader(header)
                .setKey(by.name())
                .setSortProperty(by.name())
                .setSortable(true);
    }

    private static Grid.Column<Movement> fixed(Grid.Column<Movement> column, String width) {
        return column.setWidth(width).setFlexGrow(0);
    }

    private Grid.Column<Movement> amount(By by, String header, Function<Movement, BigDecimal> amount, boolean signed) {
        var column = grid.addColumn(movement -> signed
                ? Format.signed(amount.apply(movement), currency)
                : Format.amount(amount.apply(movement), currency));
        return fixed(sortable(by, column, header).setTextAlign(ColumnTextAlign.END), "136px");
    }

    private static Component account(Movement movement) {
        var name = new Span(movement.accountName());
        var id =
                new Span(movement.line().isEmpty() ? movement.account() : movement.account() + " / " + movement.line());
        id.addClassName("quiet");
        var account = new Div(name, id);
        account.addClassName("two-lines");
        return account;
    }

    private static String reason(Movement movement) {
        return movement.reason() == null ? Format.NONE : Words.of(movement.reason());
    }

    private static Component marks(Movement movement) {
        var marks = new Div();
        marks.addClassName("marks");
        if (movement.excluded()) {
            marks.add(new Tag("Excluded", Tone.BAD));
        }
        if (movement.decidedBy() instanceof Movement.DecidedBy.Person) {
            marks.add(new Tag("Overridden", Tone.NEUTRAL));
        }
        if (movement.review()) {
            marks.add(new Tag("Review", Tone.ATTENTION));
        }
        return marks;
    }

    private void show() {
        var filter = filters.filter();
        long count = behind.movements().count(close.key(), filter);
        matching.setText(Words.counted(count, "movement", "movements")
                + (filter.equals(MovementFilter.all()) ? "" : count == 1 ? " matches" : " match") + ", amounts in "
                + currency);
        grid.deselectAll();
        grid.setAllRowsVisible(count <= SHORT_LIST);
        grid.setItems(
                query ->
                        behind
                                .movements()
                                .find(close.key(), filter, sort(), query.getOffset(), query.getLimit())
                                .stream(),
                query -> (int) behind.movements().count(close.key(), filter));
    }

    private Sort sort() {
        return grid.getSortOrder().stream()
                .findFirst()
                .map(MovementsPanel::sort)
                .orElseGet(Sort::byAccount);
    }

    private static Sort sort(GridSortOrder<Movement> order) {
        var by = By.valueOf(order.getSorted().getKey().toUpperCase(Locale.ROOT));
        return new Sort(by, order.getDirection() == SortDirection.DESCENDING);
    }

    private void open(@Nullable Movement movement) {
        side.removeAll();
        side.setVisible(movement != null);
        beside.forEach(column -> column.setVisible(movement == null));
        if (movement != null) {
            side.add(new MovementDetail(behind, close, movement, mayDecide, this::decided, grid::deselectAll));
        }
    }

    /** Reads the movement anew after a person decided on it, and keeps it open. */
    private void decided(Movement before) {
        show();
        grid.select(behind.movements().of(close.key(), before.account(), before.line()));
        changed.run();
    }
}
