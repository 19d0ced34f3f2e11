package dev.tieout.web.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A short table that is read and printed as a whole; long lists are grids. */
public final class DataTable<T> extends Div {

    private final NativeTable table = new NativeTable();
    private final NativeTableBody body = new NativeTableBody();
    private final List<Column<T>> columns = new ArrayList<>();
    private final NativeTableRow headings = new NativeTableRow();

    /** @param caption says what the rows are, for those who cannot see the table */
    public DataTable(String caption) {
        addClassName("table-frame");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        var head = new NativeTableHeader();
        head.add(headings);
        table.setCaptionText(caption);
        table.add(head, body);
        add(table);
    }

    public DataTable<T> text(String heading, Function<T, String> value) {
        return column(heading, false, row -> new Text(value.apply(row)));
    }

    public DataTable<T> number(String heading, Function<T, String> value) {
        return column(heading, true, row -> new Text(value.apply(row)));
    }

    /** A column of components; its heading is empty for a column of buttons. */
    public DataTable<T> cell(String heading, Function<T, Component> value) {
        return column(heading, false, value);
    }

    /** A column of numbers that are more than text, such as links. */
    public DataTable<T> figure(String heading, Function<T, Component> value) {
        return column(heading, true, value);
    }

    private DataTable<T> column(String heading, boolean number, Function<T, Component> value) {
        columns.add(new Column<>(number, value));
        var cell = new NativeTableHeaderCell();
        cell.add(heading.isEmpty() ? hidden("Actions") : new Text(heading));
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("number", number);
        headings.add(cell);
        return this;
    }

    private static Component hidden(String heading) {
        var hidden = new Span(heading);
        hidden.addClassName("visually-hidden");
        return hidden;
    }

    /** Shows these rows instead of the present ones. */
    public DataTable<T> rows(List<T> rows) {
        body.removeAll();
        rows.forEach(row -> body.add(line(row)));
        return this;
    }

    /** A last row that stands apart, such as a total. */
    public DataTable<T> total(T row) {
        var line = line(row);
        line.addClassName("total");
        body.add(line);
        return this;
    }

    private NativeTableRow line(T row) {
        var line = new NativeTableRow();
        for (var column : columns) {
            var cell = new NativeTableCell();
            cell.add(column.value().apply(row));
            cell.setClassName("number", column.number());
            line.add(cell);
        }
        return line;
    }

    private record Column<T>(boolean number, Function<T, Component> value) {}
}
