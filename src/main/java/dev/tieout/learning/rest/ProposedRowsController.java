package dev.tieout.learning.rest;

import dev.tieout.closing.Closes;
import dev.tieout.learning.OverrideLearning;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rows that a close's overrides propose, and a draft from one of them. */
@RestController
@RequestMapping("/api/v1/closes/{period}/proposed-rows")
class ProposedRowsController {

    private final OverrideLearning learning;
    private final Closes closes;

    ProposedRowsController(OverrideLearning learning, Closes closes) {
        this.learning = learning;
        this.closes = closes;
    }

    @Operation(summary = "Rows that would have made overrides of the close unnecessary")
    @GetMapping
    LearnedAnswer proposed(@PathVariable String period) {
        return LearnedAnswer.of(learning.of(close(period)));
    }

    @Operation(
            summary =
                    "The published periods by the table with the proposed row: figures before and after, accounts that change class")
    @GetMapping("/{id}/back-test")
    Page<TriedAnswer> backTest(@PathVariable String period, @PathVariable String id) {
        return new Page<>(
                learning.backTest(close(period), id).stream()
                        .map(TriedAnswer::of)
                        .toList(),
                null);
    }

    @Operation(summary = "A draft of the movement table with the proposed row in it")
    @PostMapping("/{id}/draft")
    @ResponseStatus(HttpStatus.CREATED)
    RuleTableVersion take(@PathVariable String period, @PathVariable String id) {
        return learning.takeIntoDraft(close(period), id);
    }

    private long close(String period) {
        return closes.of(Period.parse(period)).key();
    }
}
