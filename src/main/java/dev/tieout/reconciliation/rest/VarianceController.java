package dev.tieout.reconciliation.rest;

import dev.tieout.closing.Closes;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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
    private final Closes closes;
    private final Policies policies;

    VarianceController(Reconciliation reconciliation, Closes closes, Policies policies) {
        this.reconciliation = reconciliation;
        this.closes = closes;
        this.policies = policies;
    }

    /** Open ones first, then the largest; the cursor is how many have been shown. */
    @GetMapping("/closes/{period}/variances")
    Page<VarianceAnswer> variances(
            @PathVariable String period,
            @RequestParam(defaultValue = "0") @Min(0) int cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        var found = reconciliation.variances(closeOf(period), cursor, limit + 1);
        var shown = found.stream().limit(limit).map(VarianceAnswer::of).toList();
        return new Page<>(shown, found.size() > limit ? Integer.toString(cursor + limit) : null);
    }

    /** The legs in total. */
    @GetMapping("/closes/{period}/tie-out")
    TieOutAnswer tieOut(@PathVariable String period) {
        var close = closes.of(Period.parse(period));
        var currency = policies.version(close.policyVersion()).choices().reportingCurrency();
        return TieOutAnswer.of(
                close.period(), currency, reconciliation.totals(close.key()), reconciliation.open(close.key()));
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
