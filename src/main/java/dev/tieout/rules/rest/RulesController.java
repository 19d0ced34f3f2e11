package dev.tieout.rules.rest;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Page;
import jakarta.validation.constraints.Min;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rules")
class RulesController {

    private final RuleTables tables;

    RulesController(RuleTables tables) {
        this.tables = tables;
    }

    @GetMapping
    Page<Table> all() {
        var byTable = tables.versions().stream()
                .collect(Collectors.groupingBy(RuleTableVersion::table, LinkedHashMap::new, Collectors.toList()));
        return new Page<>(
                byTable.values().stream()
                        .map(versions -> new Table(
                                versions.getFirst().table(), versions.getFirst().title(), versions))
                        .toList(),
                null);
    }

    /** What is answered when nobody asks for a form. */
    @GetMapping("/{table}/versions/{version}")
    RuleTableContent version(@PathVariable String table, @PathVariable @Min(1) int version) {
        return tables.content(new PinnedTable(table, version));
    }

    @GetMapping(path = "/{table}/versions/{version}", produces = "text/csv")
    ResponseEntity<String> csv(@PathVariable String table, @PathVariable @Min(1) int version) {
        var pinned = new PinnedTable(table, version);
        return RuleFiles.file(pinned, "csv", tables.content(pinned).csv());
    }

    @GetMapping(path = "/{table}/versions/{version}", produces = RuleFiles.XLSX)
    ResponseEntity<byte[]> xlsx(@PathVariable String table, @PathVariable @Min(1) int version) {
        var pinned = new PinnedTable(table, version);
        return RuleFiles.file(pinned, "xlsx", tables.workbook(pinned));
    }

    @GetMapping(path = "/{table}/versions/{version}", produces = RuleFiles.DMN)
    ResponseEntity<String> dmn(@PathVariable String table, @PathVariable @Min(1) int version) {
        var pinned = new PinnedTable(table, version);
        return RuleFiles.file(pinned, "dmn", tables.dmn(pinned));
    }

    record Table(String table, String title, List<RuleTableVersion> versions) {}
}
