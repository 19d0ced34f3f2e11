package dev.tieout.rules.rest;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.TableDifference;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two versions of a table side by side. */
@RestController
@RequestMapping("/api/v1/rules/{table}/versions/{version}/difference")
class RuleDifferenceController {

    private final RuleTables tables;

    RuleDifferenceController(RuleTables tables) {
        this.tables = tables;
    }

    /** @param from the other version; without it the one that this one was written from, or the one before */
    @GetMapping
    TableDifference difference(
            @PathVariable String table,
            @PathVariable @Min(1) int version,
            @RequestParam(required = false) @Min(1) @Nullable Integer from) {
        var to = tables.content(new PinnedTable(table, version));
        int base = from == null ? base(to.version().basedOn(), version) : from;
        return TableDifference.of(tables.content(new PinnedTable(table, base)), to);
    }

    private static int base(@Nullable Integer basedOn, int version) {
        return basedOn == null ? Math.max(1, version - 1) : basedOn;
    }
}
