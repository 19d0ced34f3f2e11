package dev.tieout.sources.internal;

import dev.tieout.sources.internal.reading.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of one file, each for itself but for the heading above it. A row with a problem keeps what could be read, for the control totals. */
final class RowParser {

    /** The reason of a reject that lacks a value. */
    static final String BLANK = "blank";

    private static final int LONGEST_ATTRIBUTE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mapping mapping;
    private final Reading reading;
    private final Profile profile;
    private final boolean pads;
    private final Headings headings;
    private final RowCompletion completion;

    /** @param pads whether rows leave out the blank cells at their end */
    RowParser(Mapping mapping, Reading reading, boolean pads) {
        this.mapping = mapping;
        this.reading = reading;
        this.profile = reading.profile();
        this.pads = pads;
        this.headings = new Headings(profile.heading(), mapping);
        this.completion = new RowCompletion(reading, mapping);
    }

    StagedRow parse(TableRow found) {
        var cells = pads ? fitted(found.cells()) : found.cells();
        var row = new StagedRow(found.line(), profile.heading() == null ? cells : withHeading(cells));
        if (found.problem() != null) {
            row.problem(Problem.WHOLE_ROW, row.text(), found.problem());
            return row;
        }
        if (leavesOut(cells, row)) {
            return row;
        }
        if (cells.size() != mapping.width()) {
            row.problem(
                    Problem.WHOLE_ROW, row.text(), cells.size() + " columns where the header has " + mapping.width());
            return row;
        }
        readCells(cells, row);
        completion.complete(row, cells);
        return row;
    }

    private void readCells(List<String> cells, StagedRow row) {
        for (var column : mapping.absent()) {
            if (column.field() != null) {
                row.set(column.field(), otherwise(column));
            }
        }
        for (var placed : mapping.columns()) {
            read(placed.column(), cells.get(placed.position()).strip(), row);
        }
        if (!mapping.attributes().isEmpty()) {
            row.set(Field.ATTRIBUTES, JSON.writeValueAsString(attributes(cells, row)));
        }
        if (profile.heading() != null) {
            var text = headings.now();
            var problem = text.isEmpty()
                    ? null
                    : CellRule.ID.read(text, profile.heading().field(), row, reading);
            if (problem != null) {
                row.problem(profile.heading().header(), text, problem);
            }
        }
    }

    private boolean leavesOut(List<String> cells, StagedRow row) {
        if (isBlank(cells)) {
            row.leaveOut("blank");
            return true;
        }
        for (var filter : profile.skip()) {
            if (filter.matches(mapping.cell(cells, filter.header()))) {
                headings.end(cells);
                row.leaveOut(filter.because());
                return true;
            }
        }
        if (headings.begins(cells)) {
            row.leaveOut("heading");
            return true;
        }
        for (var filter : profile.only()) {
            boolean heading = filter.header().equals(RowFilter.HEADING);
            if (!filter.matches(heading ? headings.now() : mapping.cell(cells, filter.header()))) {
                row.leaveOut(filter.because());
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(List<String> cells) {
        for (var cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** So that a rejected row can come again without the rows above it. */
    private List<String> withHeading(List<String> cells) {
        var all = new ArrayList<>(cells);
        all.add(headings.now());
        return all;
    }

    /** A sheet's row in the width of its header; what stands beyond it stays, and makes the row one column too wide. */
    private List<String> fitted(List<String> cells) {
        int width = cells.size();
        while (width > mapping.width() && cells.get(width - 1).isBlank()) {
            width--;
        }
        var fitted = new ArrayList<>(cells.subList(0, width));
        while (fitted.size() < mapping.width()) {
            fitted.add("");
        }
        return fitted;
    }

    private void read(Profile.Column column, String cell, StagedRow row) {
        if (column.field() == null || column.rule() == null) {
            return;
        }
        String problem;
        if (!cell.isEmpty()) {
            var word =
                    column.words().isEmpty() ? cell : column.words().getOrDefault(cell.toLowerCase(Locale.ROOT), cell);
            problem = column.rule().read(word, column.field(), row, reading);
        } else if (column.blank()) {
            row.set(column.field(), otherwise(column));
            problem = null;
        } else {
            problem = BLANK;
        }
        if (problem != null) {
            row.problem(column.header(), cell, problem);
        }
    }

    private @Nullable String otherwise(Profile.Column column) {
        return Profile.REPORTING_CURRENCY.equals(column.otherwise())
                ? reading.context().reportingCurrency()
                : column.otherwise();
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
}
