package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.publication.AccountDifference;
import dev.tieout.publication.AccountDifference.Side;
import dev.tieout.publication.Publications.AccountDifferences;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The accounts on which two versions differ, in their order; read a page at a time as one scrolls. */
final class DifferencesGrid extends Grid<AccountDifference> {

    private static final int STEP = 200;

    private final Pages pages;
    private final String currency;
    private final List<AccountDifference> read = new ArrayList<>();
    private @Nullable String next;
    private boolean ended;

    /** Reads a page after a cursor, null for the first. */
    interface Pages {
        AccountDifferences after(@Nullable String cursor, int limit);
    }

    DifferencesGrid(Pages pages, String currency) {
        this.pages = pages;
        this.currency = currency;
        setId("differing-accounts");
        setAriaLabel("Accounts on which the versions differ");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText("No account differs between these versions.");
        addComponentColumn(DifferencesGrid::account).setHeader("Account").setFlexGrow(3);
        both("Opening", side -> Format.amount(side.opening(), currency));
        both("Closing", side -> Format.amount(side.closing(), currency));
        both("Class and reason", DifferencesGrid::classed).setFlexGrow(3);
        addComponentColumn(this::effects)
                .setHeader("Effect on the bridge, " + currency)
                .setFlexGrow(3);
        setItems(query -> fetch(query.getOffset(), query.getLimit()));
    }

    private Column<AccountDifference> both(String heading, Function<Side, String> value) {
        return addComponentColumn(difference -> change(difference, value))
                .setHeader(heading)
                .setFlexGrow(2);
    }

    private static Component change(AccountDifference difference, Function<Side, String> value) {
        var before = told(difference.from(), value);
        var after = told(difference.to(), value);
        return before.equals(after) ? lines(after) : lines(before, "→ " + after);
    }

    private static String told(@Nullable Side side, Function<Side, String> value) {
        return side == null ? "Not in this version" : value.apply(side);
    }

    private static String classed(Side side) {
        var reason = side.reason();
        var told = Words.of(side.movementClass()) + (reason == null ? "" : ", " + Words.within(reason));
        return side.exclusion() == null ? told : "Excluded";
    }

    private static Component account(AccountDifference difference) {
        var below =
                difference.line().isEmpty() ? difference.account() : difference.account() + ", " + difference.line();
        var quiet = new Span(below);
        quiet.addClassName("quiet");
        var both = new Div(new Span(difference.name()), quiet);
        both.addClassName("two-lines");
        return both;
    }

    private Component effects(AccountDifference difference) {
        var effects = difference.effects();
        return effects.isEmpty()
                ? lines("None")
                : lines(effects.entrySet().stream()
                        .map(effect -> effect.getKey().title() + " "
                                + signed(effect.getKey().signed(effect.getValue())))
                        .toArray(String[]::new));
    }

    private String signed(BigDecimal amount) {
        return Format.signed(amount, currency);
    }

    private static Component lines(String... lines) {
        var both = new Div(Stream.of(lines).map(Span::new).toArray(Component[]::new));
        both.addClassName("two-lines");
        return both;
    }

    private Stream<AccountDifference> fetch(int offset, int limit) {
        while (!ended && read.size() < offset + limit) {
            var page = pages.after(next, STEP);
            read.addAll(page.items());
            next = page.next();
            ended = next == null;
        }
        return read.stream().skip(offset).limit(limit);
    }
}
