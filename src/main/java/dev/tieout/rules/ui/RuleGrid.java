package dev.tieout.rules.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTableContent.Row;
import java.util.stream.IntStream;

/** A table's rows, one column for each condition and answer that some row uses. */
final class RuleGrid extends Grid<Row> {

    RuleGrid(RuleTableContent content) {
        setId("rule-rows");
        setAriaLabel(content.version().title());
        setSizeFull();
        setSelectionMode(SelectionMode.NONE);
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        addColumn(Row::row).setHeader("Row").setAutoWidth(true).setFlexGrow(0).setFrozen(true);
        addColumn(Row::description).setHeader("For").setWidth("18rem").setFlexGrow(1);
        IntStream.range(0, content.columns().size())
                .filter(column -> isUsed(content, column))
                .forEach(column -> addColumn(row -> row.cells().get(column))
                        .setHeader(content.columns().get(column))
                        .setAutoWidth(true)
                        .setFlexGrow(0));
        setItems(content.rows());
    }

    private static boolean isUsed(RuleTableContent content, int column) {
        return content.rows().stream().anyMatch(row -> !row.cells().get(column).isEmpty());
    }
}
