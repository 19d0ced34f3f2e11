package dev.tieout.lineage.rest;

import dev.tieout.closing.Closes;
import dev.tieout.lineage.Edition;
import dev.tieout.lineage.FigureCell;
import dev.tieout.lineage.Lineage;
import dev.tieout.lineage.Lineage.NoSuchFigure;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.movements.Movements.MalformedCursor;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From a figure to its movements, and from a movement to its rows; of the close as it stands, or of a published version. */
@RestController
@RequestMapping("/api/v1/closes/{period}")
class LineageController {

    private final Lineage lineage;
    private final Closes closes;

    LineageController(Lineage lineage, Closes closes) {
        this.lineage = lineage;
        this.closes = closes;
    }

    /**
     * A figure and the movements behind it.
     *
     * @param line opening, new, reactivation, expansion, contraction, churn, fx or closing
     * @param slice the attribute to slice by, as in the report; empty for the total
     * @param value the slice; empty for accounts without the attribute
     */
    @GetMapping("/figures/{line}")
    FigureAnswer figure(
            @PathVariable String period,
            @PathVariable String line,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String slice,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var edition = edition(period, version);
        var cell = new FigureCell(slice, slice.isEmpty() ? "" : value, line(line));
        var figure = lineage.figure(edition, cell);
        var page = page(cursor, limit, (offset, size) -> lineage.parts(edition, cell, offset, size));
        return FigureAnswer.of(figure, page);
    }

    /** Every row behind a movement; at line grain of all the account's lines unless one is named. */
    @GetMapping("/movements/{account}/sources")
    Page<OriginAnswer> sources(
            @PathVariable String period,
            @PathVariable String account,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var edition = edition(period, version);
        var lines = lineage.linesOf(edition, account);
        if (lines.isEmpty() || !(line.isEmpty() || lines.contains(line))) {
            lineage.movement(edition, account, line);
        }
        var page = page(cursor, limit, (offset, size) -> lineage.origins(edition, account, line, offset, size));
        return new Page<>(page.items().stream().map(OriginAnswer::of).toList(), page.next());
    }

    /** Rows that were rejected and name the account. */
    @GetMapping("/movements/{account}/rejects")
    Page<OriginAnswer.Rejected> rejects(
            @PathVariable String period,
            @PathVariable String account,
            @RequestParam(required = false) @Nullable Integer version) {
        return new Page<>(
                lineage.rejects(edition(period, version), account).stream()
                        .map(OriginAnswer.Rejected::of)
                        .toList(),
                null);
    }

    private Edition edition(String period, @Nullable Integer version) {
        return new Edition(closes.of(Period.parse(period)).key(), version);
    }

    private static BridgeLine line(String slug) {
        return Arrays.stream(BridgeLine.values())
                .filter(line -> line.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NoSuchFigure("“" + slug + "” is no line of the bridge."));
    }

    /** A cursor is how many rows came before. */
    private static <T> Page<T> page(@Nullable String cursor, int limit, BiFunction<Long, Integer, List<T>> read) {
        long offset = offset(cursor);
        int size = Math.clamp(limit, 1, Page.LIMIT);
        var found = read.apply(offset, size + 1);
        return found.size() > size
                ? new Page<>(found.subList(0, size), Long.toString(offset + size))
                : new Page<>(found, null);
    }

    private static long offset(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("\\d{1,12}")) {
            throw new MalformedCursor(cursor);
        }
        return Long.parseLong(cursor);
    }
}
