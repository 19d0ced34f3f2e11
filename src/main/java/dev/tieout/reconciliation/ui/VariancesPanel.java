package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tieout.closing.Close;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Aging;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.Variances.Chosen;
import dev.tieout.reconciliation.Variances.Matching;
import dev.tieout.reconciliation.Variances.Selection;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variances of a close, largest first, and beside the list what people say of the one that is selected. */
public final class VariancesPanel extends Div {

    /** Up to so many rows the list is as high as its rows. */
    private static final int SHORT_LIST = 10;

    private final Desk desk;
    private final Close close;
    private final String currency;
    private final Runnable changed;
    private final Div summary = new Div();
    private final VarianceFilters filters;
    private final @Nullable BulkBar bulk;
    private final Grid<Variance> grid = new Grid<>();
    private final Div side = new Div();

    /** Columns that make room while one variance is open: its detail says the same. */
    private final List<Grid.Column<Variance>> beside = new ArrayList<>();

    VariancesPanel(Desk desk, Close close, String currency, Runnable changed) {
        this.desk = desk;
        this.close = close;
        this.currency = currency;
        this.changed = changed;
        addClassName("variances");
        summary.setId("open-variance");
        side.addClassName("detail-side");
        side.setVisible(false);
        filters = new VarianceFilters(desk, close, this::show);
        bulk = mayWork() ? new BulkBar(desk, close, this::selection, this::worked) : null;
        fillColumns();
        var both = new Div(grid, side);
        both.addClassName("beside");
        add(summary, filters);
        if (bulk != null) {
            add(bulk);
        }
        add(both);
        show();
    }

    private boolean mayWork() {
        return close.isChangeable()
                && (desk.person().has(Role.CONTROLLER) || desk.person().has(Role.APPROVER));
    }

    private Selection selection() {
        var ticked = grid.getSelectedItems();
        return ticked.isEmpty()
                ? new Matching(filters.value())
                : new Chosen(ticked.stream().map(Variance::id).collect(Collectors.toSet()));
    }

    private void worked() {
        grid.deselectAll();
        open(null);
        show();
        changed.run();
    }

    private void fillColumns() {
        grid.setId("variances");
        grid.setAriaLabel("Variances");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setEmptyStateText("Billing, ledger and retained balance agree for every account, within tolerance.");
        grid.addComponentColumn(this::account).setHeader("Account").setFlexGrow(1);
        beside.add(amount("Billing", Variance::billing));
        beside.add(amount("Ledger", Variance::ledger));
        beside.add(amount("Retained", Variance::retained));
        amount("Difference", Variance::amount);
        beside.add(fixed(grid.addColumn(variance -> Words.of(variance.cause())).setHeader("Cause"), "124px"));
        fixed(grid.addComponentColumn(variance -> tag(variance.state())).setHeader("State"), "152px");
        beside.add(fixed(grid.addComponentColumn(this::owner).setHeader("Owner and due"), "132px"));
        grid.setSelectionMode(mayWork() ? Grid.SelectionMode.MULTI : Grid.SelectionMode.NONE);
        grid.addItemClickListener(event -> open(event.getItem()));
        if (mayWork()) {
            grid.addSelectionListener(event -> told());
        }
    }

    private static Grid.Column<Variance> fixed(Grid.Column<Variance> column, String width) {
        return column.setWidth(width).setFlexGrow(0);
    }

    private Grid.Column<Variance> amount(String header, Function<Variance, BigDecimal> amount) {
        var column = grid.addColumn(variance -> Format.amount(amount.apply(variance), variance.currency()))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END);
        return fixed(column, "106px");
    }

    /** The name opens the detail: by keyboard too. */
    private Component account(Variance variance) {
        var name = new NativeButton(variance.accountName(), click -> open(variance));
        name.addClassNames("link", "plain");
        var id = new Span(variance.account() + ", " + variance.currency());
        id.addClassName("quiet");
        var account = new Div(name, id);
        account.addClassName("two-lines");
        return account;
    }

    static Component twoLines(String first, String second) {
        var below = new Span(second);
        below.addClassName("quiet");
        var both = new Div(new Span(first), below);
        both.addClassName("two-lines");
        return both;
    }

    static Tag tag(Variance.State state) {
        return new Tag(
                Words.of(state),
                switch (state) {
                    case OPEN -> Tone.BAD;
                    case PROPOSED -> Tone.ATTENTION;
                    case EXPLAINED, CLEARED -> Tone.GOOD;
                });
    }

    /** Nobody is asked for any more once it is settled. */
    static String owner(@Nullable String person, Variance.State state) {
        return person != null ? person : state.isOpen() ? "Nobody yet" : "Nobody";
    }

    private Component owner(Variance variance) {
        var owner = new Span(owner(variance.owner(), variance.state()));
        var due = new Span(Format.day(variance.dueOn()));
        due.addClassName("quiet");
        if (variance.state().isOpen() && variance.dueOn().isBefore(desk.format().today())) {
            due.setText(Format.day(variance.dueOn()) + ", overdue");
            due.setClassName("overdue");
        }
        var both = new Div(owner, due);
        both.addClassName("two-lines");
        return both;
    }

    private void show() {
        summary.removeAll();
        summary.add(
                summary(desk.reconciliation().open(close.key())),
                aging(desk.variances().aging(close.key())));
        var filter = filters.value();
        long count = desk.variances().count(close.key(), filter);
        grid.setAllRowsVisible(count <= SHORT_LIST);
        grid.setItems(
                query -> desk.variances().of(close.key(), filter, query.getOffset(), query.getLimit()).stream(),
                query -> (int) desk.variances().count(close.key(), filter));
        filters.setVisible(desk.reconciliation().count(close.key()) > 0);
        if (bulk != null) {
            bulk.setVisible(count > 0);
        }
        told();
    }

    private void told() {
        if (bulk != null) {
            bulk.covers(grid.getSelectedItems().size(), desk.variances().count(close.key(), filters.value()));
        }
    }

    private Component aging(Aging aging) {
        var facts = Facts.headline();
        facts.setId("aging");
        facts.addClassName("small");
        facts.setVisible(aging.buckets().stream().anyMatch(bucket -> bucket.count() > 0));
        for (var bucket : aging.buckets()) {
            var amount = new Span(Format.money(bucket.amount(), currency));
            amount.addClassName("quiet");
            facts.fact(
                    bucket.to() == Integer.MAX_VALUE
                            ? "Open over 30 days"
                            : "Open " + bucket.from() + "–" + bucket.to() + " days",
                    new Span(Format.count(bucket.count())),
                    amount);
        }
        var sla = new Span("due in " + Words.counted(aging.slaDays(), "day", "days") + " by policy");
        sla.addClassName("quiet");
        return facts.fact("Overdue", new Span(Format.count(aging.overdue())), sla);
    }

    private Component summary(OpenVariance open) {
        var line = new Paragraph();
        if (open.count() == 0) {
            line.setText("No variance is open.");
            line.addClassNames("callout", "good");
            return line;
        }
        line.addClassName("callout");
        line.setText(Words.counted(open.count(), "variance is", "variances are") + " open, "
                + Format.money(open.amount(), currency) + " together. At worst or at best NRR lies "
                + range(open.nrrLow(), open.nrrHigh()) + ", GRR " + range(open.grrLow(), open.grrHigh())
                + ". Until all are explained or cleared, the report stays provisional.");
        return line;
    }

    private static String range(@Nullable Ratio low, @Nullable Ratio high) {
        return low == null || high == null ? "without a base" : "between " + low.percent() + " and " + high.percent();
    }

    private void open(@Nullable Variance variance) {
        side.removeAll();
        side.setVisible(variance != null);
        beside.forEach(column -> column.setVisible(variance == null));
        if (variance != null) {
            side.add(new VarianceDetail(desk, close, variance, () -> decided(variance), () -> open(null)));
        }
    }

    private void decided(Variance before) {
        show();
        open(desk.reconciliation().variance(before.id()));
        changed.run();
    }
}
