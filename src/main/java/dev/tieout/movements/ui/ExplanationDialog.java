package dev.tieout.movements.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tieout.rules.Explanation;
import dev.tieout.rules.Explanation.CellVerdict;
import dev.tieout.rules.Explanation.RowVerdict;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;

/** The facts of one movement, and what each row of the table makes of them, the row that won first. */
final class ExplanationDialog extends Dialog {

    ExplanationDialog(String account, Explanation explanation) {
        setHeaderTitle("Why " + account + " has its class");
        setWidth("760px");
        setMaxHeight("88vh");
        getElement().setAttribute("id", "explanation");
        var facts = new Facts();
        facts.addClassName("in-columns");
        explanation.fact().forEach(facts::fact);
        var rows = new UnorderedList();
        rows.addClassName("row-verdicts");
        explanation.rows().stream()
                .filter(row -> row.row() == explanation.decided())
                .forEach(row -> rows.add(item(row, explanation.decided())));
        explanation.rows().stream()
                .filter(row -> row.row() != explanation.decided())
                .forEach(row -> rows.add(item(row, explanation.decided())));
        String said = explanation.decided() == 0
                ? "No row of version " + explanation.table().version() + " takes it: a person decides."
                : "Row " + explanation.decided() + " of version "
                        + explanation.table().version() + " is the first that holds, so it decided.";
        var whole = new Div(new Div(said), new H3("Facts"), facts, new H3("Rows"), rows);
        whole.addClassName("stack");
        add(whole);
        getFooter().add(new Button("Close", _ -> close()));
    }

    private static ListItem item(RowVerdict row, int decided) {
        var head = new Div(new Span("Row " + row.row() + ": " + row.description()), verdict(row, decided));
        head.addClassName("title-line");
        var cells = new Div();
        cells.addClassName("quiet");
        for (CellVerdict cell : row.cells()) {
            var said = new Span((cell.holds() ? "✓ " : "✗ ") + cell.column() + " " + cell.asks()
                    + (cell.holds() ? "" : " – it is " + cell.value()));
            said.addClassName(cell.holds() ? "cell-holds" : "cell-fails");
            cells.add(new Div(said));
        }
        return new ListItem(head, cells);
    }

    private static Tag verdict(RowVerdict row, int decided) {
        if (row.row() == decided) {
            return new Tag("won: " + row.answer(), Tone.GOOD);
        }
        return row.holds() ? new Tag("holds too, below", Tone.ATTENTION) : new Tag("does not hold", Tone.NEUTRAL);
    }
}
