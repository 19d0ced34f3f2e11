package dev.tieout.rulechanges.rest;

import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.rulechanges.RuleChanges.NeverSubmitted;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.tasks.Decision;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A submitted version on its way. Deciding here is ending its task. */
@RestController
@RequestMapping("/api/v1/rules/{table}/versions/{version}")
class RuleChangeController {

    private final RuleChanges changes;
    private final RuleTables tables;

    RuleChangeController(RuleChanges changes, RuleTables tables) {
        this.changes = changes;
        this.tables = tables;
    }

    @Operation(summary = "Where a submitted version stands, and what was found")
    @GetMapping("/change")
    RuleChange change(@PathVariable String table, @PathVariable @Min(1) int version) {
        var pinned = new PinnedTable(table, version);
        return changes.find(pinned).orElseThrow(() -> new NeverSubmitted(pinned));
    }

    @Operation(summary = "Starts a version again whose process was lost")
    @PostMapping("/restart")
    RuleChange restart(@PathVariable String table, @PathVariable @Min(1) int version) {
        return changes.restart(new PinnedTable(table, version));
    }

    @Operation(summary = "Approves by ending the version's task")
    @PostMapping("/approve")
    RuleTableVersion approve(
            @PathVariable String table,
            @PathVariable @Min(1) int version,
            @Valid @RequestBody(required = false) @Nullable Approval approval) {
        return decide(new PinnedTable(table, version), Decision.APPROVE, approval == null ? null : approval.comment());
    }

    @Operation(summary = "Rejects by ending the version's task; the comment goes back to its author")
    @PostMapping("/reject")
    RuleTableVersion reject(
            @PathVariable String table, @PathVariable @Min(1) int version, @Valid @RequestBody Rejection rejection) {
        return decide(new PinnedTable(table, version), Decision.REJECT, rejection.comment());
    }

    private RuleTableVersion decide(PinnedTable version, Decision decision, @Nullable String comment) {
        changes.decide(version, decision, comment);
        return tables.content(version).version();
    }

    record Approval(@Nullable @Size(max = 4_000) String comment) {}

    record Rejection(@NotBlank @Size(max = 4_000) String comment) {}
}
