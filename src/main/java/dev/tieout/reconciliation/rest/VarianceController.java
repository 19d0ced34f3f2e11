package dev.tieout.reconciliation.rest;

import dev.tieout.closing.Closes;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.reconciliation.VarianceFilter;
import dev.tieout.reconciliation.Variances;
import dev.tieout.reconciliation.Variances.Outcome;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class VarianceController {

    private final Reconciliation reconciliation;
    private final Variances variances;
    private final Closes closes;
    private final Policies policies;

    VarianceController(Reconciliation reconciliation, Variances variances, Closes closes, Policies policies) {
        this.reconciliation = reconciliation;
        this.variances = variances;
        this.closes = closes;
        this.policies = policies;
    }

    /** Open ones first, then the largest; the cursor is how many have been shown. */
    @GetMapping("/closes/{period}/variances")
    Page<VarianceAnswer> variances(
            @PathVariable String period,
            @RequestParam(defaultValue = "") Set<State> state,
            @RequestParam(required = false) @Nullable VarianceCause cause,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") @Min(0) int cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        var filter = new VarianceFilter(state, cause, owner, overdue);
        var found = variances.of(closeOf(period), filter, cursor, limit + 1);
        var shown = found.stream().limit(limit).map(VarianceAnswer::of).toList();
        return new Page<>(shown, found.size() > limit ? Integer.toString(cursor + limit) : null);
    }

    /** How long the open ones have been open. */
    @GetMapping("/closes/{period}/variances/aging")
    AgingAnswer aging(@PathVariable String period) {
        var close = closes.of(Period.parse(period));
        return AgingAnswer.of(
                variances.aging(close.key()),
                policies.version(close.policyVersion()).choices().reportingCurrency());
    }

    /** One step with many: those named by key, or all that the filter lets through. */
    @PostMapping("/closes/{period}/variances/bulk")
    Outcome bulk(@PathVariable String period, @Valid @RequestBody BulkRequest request) {
        return variances.bulk(closeOf(period), request.selection(), request.step());
    }

    /** One explanation for every open variance with the cause. */
    @PostMapping("/closes/{period}/variances/explain")
    Explained explainAll(@PathVariable String period, @Valid @RequestBody Explanation explanation) {
        return new Explained(reconciliation.explainAll(closeOf(period), explanation.cause(), explanation.comment()));
    }

    @GetMapping("/variances/{id}")
    VarianceAnswer one(@PathVariable long id) {
        return VarianceAnswer.of(reconciliation.variance(id));
    }

    /** What speaks for the suggested cause. */
    @GetMapping("/variances/{id}/evidence")
    EvidenceAnswer evidence(@PathVariable long id) {
        return EvidenceAnswer.of(reconciliation.evidence(id));
    }

    @PostMapping("/variances/{id}/explain")
    VarianceAnswer explain(@PathVariable long id, @Valid @RequestBody Explanation explanation) {
        return VarianceAnswer.of(reconciliation.explain(id, explanation.cause(), explanation.comment()));
    }

    @PostMapping("/variances/{id}/assign")
    VarianceAnswer assign(@PathVariable long id, @Valid @RequestBody Assignment assignment) {
        return VarianceAnswer.of(reconciliation.assign(id, assignment.owner(), assignment.due()));
    }

    @PostMapping("/variances/{id}/approve")
    VarianceAnswer approve(@PathVariable long id, @RequestBody(required = false) @Nullable Approval approval) {
        return VarianceAnswer.of(reconciliation.approve(id, approval == null ? null : approval.comment()));
    }

    @PostMapping("/variances/{id}/reject")
    VarianceAnswer reject(@PathVariable long id, @Valid @RequestBody Rejection rejection) {
        return VarianceAnswer.of(reconciliation.reject(id, rejection.comment()));
    }

    private long closeOf(String period) {
        return closes.of(Period.parse(period)).key();
    }

    record Explanation(
            @NotNull VarianceCause cause, @NotBlank String comment) {}

    record Explained(int variances) {}

    record Assignment(@NotBlank String owner, @NotNull LocalDate due) {}

    record Approval(@Nullable String comment) {}

    record Rejection(@NotBlank String comment) {}
}
