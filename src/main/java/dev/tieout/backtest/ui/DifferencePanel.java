package dev.tieout.backtest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tieout.backtest.BackTests.RowHits;
import dev.tieout.rules.TableDifference;
import dev.tieout.rules.TableDifference.Kind;
import dev.tieout.rules.TableDifference.Row;
import dev.tieout.rules.TableDifference.Side;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two versions of a table side by side, row by row: what differs, or every row. */
final class DifferencePanel extends Div {

    private final TableDifference difference;
    private final List<RowHits> hits;
    private final Div rows = new Div();

    /** @param hits what each row decided over the tested periods; empty when nothing was tested */
    DifferencePanel(TableDifference difference, List<RowHits> hits) {
        this.difference = difference;
        this.hits = hits;
        addClassName("stack");
        setId("table-difference");
        var all = new Checkbox("Show every row");
        all.setId("every-row");
        all.addValueChangeListener(event -> show(event.getValue()));
        var summary = new Paragraph(summary());
        summary.addClassName("quiet");
        add(summary);
        if (difference.differing() > 0) {
            add(all);
        }
        add(rows);
        show(difference.differing() == 0);
    }

    private String summary() {
        if (difference.differing() == 0) {
            return "Both versions hold the same rows in the same order.";
        }
        var parts = difference.rows().stream()
                .filter(Row::differs)
                .collect(Collectors.groupingBy(DifferencePanel::word, TreeMap::new, Collectors.counting()));
        return parts.entrySet().stream()
                        .map(part -> Words.counted(part.getValue(), "row ", "rows ") + part.getKey())
                        .collect(Collectors.joining(", "))
                + ". The other rows are the same in both.";
    }

    private static String word(Row row) {
        return switch (row.kind()) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
            case SAME -> row.moved() ? "moved" : "described otherwise";
        };
    }

    private void show(boolean all) {
        rows.removeAll();
        var table = new DataTable<Row>("Rows side by side")
                .cell("Row", DifferencePanel::number)
                .cell("", DifferencePanel::tags)
                .cell("Version " + difference.from().version(), row -> side(row.from(), row, "was"))
                .cell("Version " + difference.to().version(), row -> side(row.to(), row, "becomes"));
        if (!hits.isEmpty()) {
            table.number("Decided", this::decided);
        }
        rows.add(table.rows(
                difference.rows().stream().filter(row -> all || row.differs()).toList()));
        if (!hits.isEmpty()) {
            rows.add(Panel.quiet("Decided: how many facts of the tested periods a row took, as published and now."));
        }
    }

    private static Component number(Row row) {
        return new Span(number(row.from())
                + (Objects.equals(number(row.from()), number(row.to())) ? "" : " → " + number(row.to())));
    }

    private static String number(@Nullable Side side) {
        return side == null ? Format.NONE : Integer.toString(side.row());
    }

    private static Component tags(Row row) {
        var tags = new Div();
        tags.addClassName("marks");
        switch (row.kind()) {
            case ADDED -> tags.add(new Tag("Added", Tone.GOOD));
            case REMOVED -> tags.add(new Tag("Removed", Tone.BAD));
            case CHANGED -> tags.add(new Tag("Changed", Tone.ATTENTION));
            case SAME -> {
                if (row.described()) {
                    tags.add(new Tag("Described otherwise", Tone.NEUTRAL));
                }
            }
        }
        if (row.moved()) {
            tags.add(new Tag("Moved", Tone.ATTENTION));
        }
        return tags;
    }

    /** The cells that ask or answer something, one a line; what is not as in the other version is marked, in words as well. */
    private Component side(@Nullable Side side, Row row, String mark) {
        var cells = new Div();
        cells.addClassName("two-lines");
        if (side == null) {
            cells.add(Panel.quiet("Not in this version"));
            return cells;
        }
        var what = new Span(side.description());
        what.addClassName("quiet");
        cells.add(what);
        for (int cell = 0; cell < side.cells().size(); cell++) {
            var label = difference.columns().get(cell);
            boolean changed = row.kind() == Kind.CHANGED && row.changed().contains(label);
            var text = side.cells().get(cell);
            if (!text.isEmpty() || changed) {
                cells.add(cell(label, text.isEmpty() ? "any" : text, changed ? mark : null));
            }
        }
        return cells;
    }

    private static Component cell(String label, String text, @Nullable String mark) {
        var line = new Span(label + " " + text);
        if (mark != null) {
            line.addClassNames("differs", mark);
            line.getElement().setAttribute("title", mark.equals("was") ? "Changed from" : "Changed to");
        }
        return line;
    }

    private String decided(Row row) {
        var before = row.from();
        var after = row.to();
        return (before == null
                        ? Format.NONE
                        : Format.count(sum(difference.from().version(), before.row())))
                + " → "
                + (after == null ? Format.NONE : Format.count(sum(null, after.row())));
    }

    private long sum(@Nullable Integer version, int row) {
        return hits.stream()
                .filter(hit -> Objects.equals(hit.baseVersion(), version) && hit.row() == row)
                .mapToLong(RowHits::hits)
                .sum();
    }
}
