package dev.tieout.policy.rest;

import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.terms.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/policies")
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    @GetMapping
    List<MetricPolicy> all() {
        return policies.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MetricPolicy propose(@Valid @RequestBody Proposal proposal) {
        var from = proposal.effectiveFrom();
        return policies.propose(proposal.choices(), from == null ? null : Period.parse(from), proposal.comment());
    }

    @PostMapping("/{version}/approve")
    MetricPolicy approve(@PathVariable int version, @RequestBody Approval approval) {
        return policies.approve(version, approval.comment());
    }

    @PostMapping("/{version}/reject")
    MetricPolicy reject(@PathVariable int version, @RequestBody Approval approval) {
        var comment = approval.comment();
        return policies.reject(version, comment == null ? "" : comment);
    }

    record Proposal(
            @NotNull Choices choices,
            @Nullable String effectiveFrom,
            @NotBlank String comment) {}

    record Approval(@Nullable String comment) {}
}
