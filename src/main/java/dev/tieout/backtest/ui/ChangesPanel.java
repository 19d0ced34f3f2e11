package dev.tieout.backtest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.Change;
import dev.tieout.backtest.ChangeFilter;
import dev.tieout.backtest.TestedPeriod;
import dev.tieout.backtest.Transition;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The accounts that would come out otherwise, the largest first, narrowed by period, by from and to, and by account. */
final class ChangesPanel extends Div {

    private static final int SHORT_LIST = 10;
    private static final int TYPING_PAUSE_MILLIS = 300;

    private final BackTests backTests;
    private final BackTest test;
    private final Select<String> period = new Select<>();
    private final Select<Transition> transition = new Select<>();
    private final TextField account = new TextField("Account");
    private final Paragraph matching = new Paragraph();
    private final Grid<Change> grid = new Grid<>();

    ChangesPanel(BackTests backTests, BackTest test) {
        this.backTests = backTests;
        this.test = test;
        addClassName("movements");
        matching.addClassName("quiet");
        matching.setId("changes-matching");
        matching.getElement().setAttribute("aria-live", "polite");
        fillFilters();
        fillColumns();
        var filters = new Div(period, transition, account);
        filters.addClassNames("row", "filters");
        add(filters, matching, grid);
        show();
    }

    private void fillFilters() {
        period.setLabel("Period");
        period.setId("filter-period");
        period.setEmptySelectionAllowed(true);
        period.setEmptySelectionCaption("All periods");
        period.setItemLabelGenerator(name -> name == null ? "All periods" : Words.of(Period.parse(name)));
        period.setItems(test.periods().stream().map(TestedPeriod::period).toList());
        transition.setLabel("From and to");
        transition.setId("filter-transition");
        transition.setWidth("300px");
        transition.setEmptySelectionAllowed(true);
        transition.setEmptySelectionCaption("All changes");
        transition.setItemLabelGenerator(ChangesPanel::told);
        transition.setItems(backTests.transitions(test.id(), null));
        account.setId("filter-account");
        account.setPlaceholder("Id or name");
        account.setClearButtonVisible(true);
        account.setValueChangeMode(ValueChangeMode.LAZY);
        account.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        period.addValueChangeListener(_ -> show());
        transition.addValueChangeListener(_ -> show());
        account.addValueChangeListener(_ -> show());
    }

    private static String told(@Nullable Transition transition) {
        return transition == null
                ? "All changes"
                : BackTestWords.outcome(transition.was()) + " → " + BackTestWords.outcome(transition.becomes()) + " ("
                        + Format.count(transition.changes()) + ")";
    }

    private void fillColumns() {
        grid.setId("changes");
        grid.setAriaLabel("Accounts that would come out otherwise");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText("Nothing matches. Widen the filters.");
        grid.addComponentColumn(this::account).setHeader("Account").setFlexGrow(2);
        grid.addColumn(change -> Words.of(Period.parse(change.period())))
                .setHeader("Period")
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addComponentColumn(
                        change -> lines(BackTestWords.outcome(change.was()), BackTestWords.reason(change.wasReason())))
                .setHeader("From")
                .setFlexGrow(1);
        grid.addComponentColumn(change ->
                        lines(BackTestWords.outcome(change.becomes()), BackTestWords.reason(change.becomesReason())))
                .setHeader("To")
                .setFlexGrow(1);
        grid.addComponentColumn(ChangesPanel::amount)
                .setHeader("Amount")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addColumn(change -> row(change.wasRow()) + " → " + row(change.becomesRow()))
                .setHeader("Row")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
    }

    private static String row(int row) {
        return row == 0 ? "none" : Integer.toString(row);
    }

    private Component account(Change change) {
        var id = change.line().isEmpty() ? change.account() : change.account() + " / " + change.line();
        var name = change.name() == null ? change.account() : change.name();
        boolean variance = test.version().table().equals(RuleTables.VARIANCE_CAUSE);
        var link = new Anchor(
                "closes/" + change.period()
                        + (variance
                                ? "?part=tie-out"
                                : "?part=movements&account="
                                        + URLEncoder.encode(change.account(), StandardCharsets.UTF_8)),
                name);
        var quiet = new Span(Objects.equals(name, id) ? "" : id);
        quiet.addClassName("quiet");
        var both = new Div(link, quiet);
        both.addClassName("two-lines");
        return both;
    }

    private static Component amount(Change change) {
        var now = Format.signed(change.amount(), change.currency()) + " " + change.currency();
        return change.amount().compareTo(change.wasAmount()) == 0
                ? new Span(now)
                : lines(Format.signed(change.wasAmount(), change.currency()) + " →", now);
    }

    private static Component lines(String upper, String lower) {
        var quiet = new Span(lower);
        quiet.addClassName("quiet");
        var both = new Div(new Span(upper), quiet);
        both.addClassName("two-lines");
        return both;
    }

    private void show() {
        var filter = filter();
        long count = backTests.count(test.id(), filter);
        matching.setText(Words.counted(count, "change", "changes")
                + (filter.equals(ChangeFilter.all()) ? "" : count == 1 ? " matches" : " match")
                + ". The largest amounts come first.");
        grid.setAllRowsVisible(count <= SHORT_LIST);
        grid.setItems(
                query -> backTests.changes(test.id(), filter, query.getOffset(), query.getLimit()).stream(),
                query -> (int) backTests.count(test.id(), filter));
    }

    private ChangeFilter filter() {
        var chosen = transition.getOptionalValue();
        return new ChangeFilter(
                period.getOptionalValue().orElse(null),
                chosen.map(Transition::was).orElse(null),
                chosen.map(Transition::becomes).orElse(null),
                account.isEmpty() ? null : account.getValue(),
                false);
    }
}
