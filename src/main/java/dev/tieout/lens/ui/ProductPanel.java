package dev.tieout.lens.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tieout.lens.LensPack;
import dev.tieout.lens.LensPack.Definition;
import dev.tieout.lens.LensReading;
import dev.tieout.lens.LensResult;
import dev.tieout.lens.LensResult.Account;
import dev.tieout.lens.LensResult.Side;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One product: what it defines and where that is documented, what of it is not followed, and which accounts make the difference. */
final class ProductPanel extends Div {

    private final String currency;

    ProductPanel(LensReading reading, String currency) {
        this.currency = currency;
        addClassName("stack");
        setId("product-" + reading.pack().id());
        var columns = new Div(definitions(reading.pack()), limits(reading));
        columns.addClassName("columns");
        add(columns, accounts(reading));
    }

    private static Component definitions(LensPack pack) {
        var list = new UnorderedList();
        pack.definitions().forEach(definition -> list.add(item(definition)));
        return new Panel("How " + pack.name() + " defines it", list);
    }

    private static ListItem item(Definition definition) {
        var source = new Anchor(definition.source(), "Source", AnchorTarget.BLANK);
        source.getElement().setAttribute("rel", "noopener noreferrer");
        source.getElement().setAttribute("aria-label", "Source: " + definition.source());
        return new ListItem(new Span(definition.says() + " "), source);
    }

    private static Component limits(LensReading reading) {
        var result = reading.result();
        var notes = result == null ? List.<String>of() : result.notes();
        var list = new UnorderedList();
        Stream.concat(notes.stream(), reading.pack().notFollowed().stream())
                .forEach(sentence -> list.add(new ListItem(sentence)));
        list.add(new ListItem(
                "People’s overrides are left out, as the product would not know them. Excluded accounts stay out."));
        return new Panel("What is not followed here", list);
    }

    private Component accounts(LensReading reading) {
        var result = reading.result();
        if (result == null) {
            var trouble = reading.trouble();
            return new Panel(
                    "Accounts that make the difference",
                    trouble == null ? Panel.quiet("Being worked out.") : callout(trouble));
        }
        if (result.accounts().isEmpty()) {
            return new Panel(
                    "Accounts that make the difference",
                    Panel.quiet("Every account is told as published, but for reasons."));
        }
        String shown = result.differing() > result.accounts().size()
                ? ". The " + result.accounts().size() + " with the largest effect are shown."
                : ".";
        return new Panel(
                "Accounts that make the difference",
                Panel.quiet(Words.counted(result.differing(), "account is", "accounts are")
                        + " told otherwise than published" + shown),
                table(result));
    }

    private static Component callout(String sentence) {
        var said = new Paragraph(sentence);
        said.addClassNames("callout", "bad");
        return said;
    }

    private Component table(LensResult result) {
        var table = new DataTable<Account>("Accounts that make the difference, in " + currency)
                .cell("Account", ProductPanel::account)
                .cell("Class", one -> both(one, ProductPanel::classes))
                .cell("Opening", one -> amounts(one, Side::opening))
                .cell("Closing", one -> amounts(one, Side::closing))
                .number("Effect on NRR, " + currency, one -> signed(one.effectOnNet()))
                .number("Effect on GRR, " + currency, one -> signed(one.effectOnGross()));
        return table.rows(result.accounts());
    }

    private static Component account(Account one) {
        var quiet = new Span(one.account());
        quiet.addClassName("quiet");
        var both = new Div(new Span(one.name()), quiet);
        both.addClassName("two-lines");
        return both;
    }

    private static String classes(Side side) {
        return side.classes().stream().map(Words::of).collect(Collectors.joining(", "));
    }

    private Component amounts(Account one, Function<Side, BigDecimal> amount) {
        return both(one, side -> Format.amount(amount.apply(side), currency));
    }

    private static Component both(Account one, Function<Side, String> value) {
        String was = told(one.was(), value);
        String becomes = told(one.becomes(), value);
        return new Span(was.equals(becomes) ? was : was + " → " + becomes);
    }

    private static String told(@Nullable Side side, Function<Side, String> value) {
        return side == null ? "none" : value.apply(side);
    }

    private String signed(BigDecimal amount) {
        return amount.signum() == 0 ? Format.NONE : Format.signed(amount, currency);
    }
}
