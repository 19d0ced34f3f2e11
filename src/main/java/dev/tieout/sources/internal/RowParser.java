package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of one file, each for itself. A row with a problem keeps what could be read, for the control totals. */
final class RowParser {

    /** The reason of a reject that lacks a value. */
    static final String BLANK = "blank";

    private static final int LONGEST_ATTRIBUTE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mapping mapping;
    private final ImportContext context;

    RowParser(Mapping mapping, ImportContext context) {
        this.mapping = mapping;
        this.context = context;
    }

    StagedRow parse(long line, List<String> cells) {
        var row = new StagedRow(line, cells);
        if (cells.size() != mapping.width()) {
            row.problem(
                    Problem.WHOLE_ROW, row.text(), cells.size() + " columns where the header has " + mapping.width());
            return row;
        }
        mapping.absent().forEach(column -> row.set(column.field(), column.otherwise()));
        mapping.columns()
                .forEach((position, column) -> read(column, cells.get(position).strip(), row));
        if (!mapping.attributes().isEmpty()) {
            row.set(Field.ATTRIBUTES, JSON.writeValueAsString(attributes(cells, row)));
        }
        if (context.kind() == SourceKind.RATES) {
            checkOwnRate(row);
        }
        return row;
    }

    private void read(Profile.Column column, String cell, StagedRow row) {
        String problem;
        if (!cell.isEmpty()) {
            problem = column.rule().read(cell, column.field(), row, context);
        } else if (column.blank()) {
            row.set(column.field(), column.otherwise());
            problem = null;
        } else {
            problem = BLANK;
        }
        if (problem != null) {
            row.problem(column.header(), cell, problem);
        }
    }

    private Map<String, @Nullable String> attributes(List<String> cells, StagedRow row) {
        var attributes = new LinkedHashMap<String, @Nullable String>();
        mapping.attributes().forEach((position, name) -> {
            var cell = cells.get(position).strip();
            if (cell.length() > LONGEST_ATTRIBUTE || cell.chars().anyMatch(Character::isISOControl)) {
                row.problem(name, cell, "not an attribute of at most 200 characters, none of them a control character");
            }
            attributes.put(name, cell.isEmpty() ? null : cell);
        });
        return attributes;
    }

    private void checkOwnRate(StagedRow row) {
        var own = context.reportingCurrency().equals(row.value(Field.CURRENCY));
        if (own && row.problems().isEmpty() && !(isOne(row, Field.OPENING_RATE) && isOne(row, Field.CLOSING_RATE))) {
            row.problem("opening_rate", row.text(), "the reporting currency's own rate is 1");
        }
    }

    private static boolean isOne(StagedRow row, Field rate) {
        var value = row.value(rate);
        return value != null && new BigDecimal(value).compareTo(BigDecimal.ONE) == 0;
    }
}
