package dev.tieout.rules.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleTableRefused.Fault;
import dev.tieout.rules.RuleTrials.RowHit;
import dev.tieout.rules.RuleTrials.RowHits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table's rows to write in, as in a spreadsheet. The element is a static module beside the pre-built bundle. */
@Tag("tieout-rule-grid")
final class RuleWritingGrid extends Component implements HasSize {

    private static final String DETAIL = "event.detail";

    RuleWritingGrid(String title) {
        getElement().setAttribute("aria-label", title);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://elements/tieout-rule-grid.js");
    }

    void show(RuleDraft draft, boolean writable) {
        getElement().setPropertyJson("columns", columns(draft.columns()));
        getElement().setPropertyJson("rows", rows(draft.rows()));
        getElement().setProperty("readonly", !writable);
        mark(draft.analysis(), List.of());
    }

    /** Shows what is wrong where, without touching what the person is writing. */
    void mark(RuleAnalysis analysis, List<Fault> typed) {
        var faults = JsonNodeFactory.instance.arrayNode();
        analysis.errors().forEach(fault -> add(faults, fault));
        typed.forEach(fault -> add(faults, fault));
        getElement().setPropertyJson("faults", faults);
        var marks = JsonNodeFactory.instance.objectNode();
        analysis.errors().forEach(fault -> marks.put(Integer.toString(fault.row()), "bad"));
        analysis.neverTrue().forEach(finding -> marks.put(Integer.toString(finding.row()), "bad"));
        analysis.masked().forEach(finding -> marks.put(Integer.toString(finding.row()), "bad"));
        analysis.conflicts().forEach(finding -> marks.put(Integer.toString(finding.row()), "bad"));
        analysis.unfit().forEach(finding -> marks.put(Integer.toString(finding.row()), "bad"));
        analysis.brokenCases().forEach(broken -> marks.put(Integer.toString(broken.row()), "attention"));
        getElement().setPropertyJson("marks", marks);
    }

    /** Shows beside each row's number how many movements it takes, and how many more or fewer than before. */
    void count(RowHits hits) {
        var counts = JsonNodeFactory.instance.objectNode();
        for (RowHit hit : hits.rows()) {
            counts.putObject(Integer.toString(hit.row())).put("now", hit.now()).put("change", hit.change());
        }
        getElement().setPropertyJson("hits", counts);
    }

    void goTo(int row, String column) {
        getElement().callJsFunction("goTo", row, column);
    }

    /** A row at the end with these conditions; the person answers it. */
    void append(Map<String, String> cells) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        cells.forEach(given::put);
        getElement().callJsFunction("append", "", given);
    }

    void onChange(Consumer<List<Row>> listener) {
        getElement()
                .addEventListener(
                        "rows-changed",
                        event -> listener.accept(
                                rows(event.getEventData().get(DETAIL).get("rows"))))
                .addEventData(DETAIL);
    }

    /** A cell as far as it has been typed: row, column label, text. */
    void onTyping(Consumer<Typed> listener) {
        getElement()
                .addEventListener("cell-typed", event -> {
                    var typed = event.getEventData().get(DETAIL);
                    listener.accept(new Typed(
                            typed.get("row").asInt(),
                            typed.get("column").asString(),
                            typed.get("text").asString()));
                })
                .addEventData(DETAIL);
    }

    /** What a person is about to write into a cell. */
    record Typed(int row, String column, String text) {}

    private static void add(ArrayNode faults, Fault fault) {
        faults.addObject().put("row", fault.row()).put("column", fault.column()).put("reason", fault.reason());
    }

    private static ArrayNode columns(List<ColumnGuide> guides) {
        var columns = JsonNodeFactory.instance.arrayNode();
        for (ColumnGuide guide : guides) {
            var column = columns.addObject()
                    .put("label", guide.label())
                    .put("part", guide.part().name())
                    .put("help", guide.help())
                    .put("grammar", guide.grammar());
            guide.words().forEach(column.putArray("words")::add);
        }
        return columns;
    }

    private static ArrayNode rows(List<Row> rows) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (Row row : rows) {
            var one = all.addObject().put("description", row.description());
            row.cells().forEach(one.putArray("cells")::add);
        }
        return all;
    }

    private static List<Row> rows(JsonNode rows) {
        var read = new ArrayList<Row>();
        for (JsonNode row : rows) {
            var cells = new ArrayList<String>();
            row.get("cells").forEach(cell -> cells.add(cell.asString("")));
            read.add(new Row(row.get("description").asString(""), cells));
        }
        return read;
    }
}
