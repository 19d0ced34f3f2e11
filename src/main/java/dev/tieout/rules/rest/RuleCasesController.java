package dev.tieout.rules.rest;

import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases;
import dev.tieout.terms.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Golden cases over REST. */
@RestController
@RequestMapping("/api/v1/rules/{table}/cases")
class RuleCasesController {

    private final RuleCases cases;

    RuleCasesController(RuleCases cases) {
        this.cases = cases;
    }

    @GetMapping
    Page<RuleCase> all(@PathVariable String table) {
        return new Page<>(cases.of(table), null);
    }

    @PutMapping
    RuleCase keep(@PathVariable String table, @Valid @RequestBody Case written) {
        return cases.keep(table, written.name(), written.given(), written.expected());
    }

    @PostMapping("/leave-out")
    RuleCase leaveOut(@PathVariable String table, @Valid @RequestBody Name which) {
        return cases.activate(table, which.name(), false);
    }

    @PostMapping("/take-in")
    RuleCase takeIn(@PathVariable String table, @Valid @RequestBody Name which) {
        return cases.activate(table, which.name(), true);
    }

    record Case(
            @NotBlank String name,
            @NotNull Map<String, String> given,
            @NotNull Map<String, String> expected) {}

    record Name(@NotBlank String name) {}
}
