package dev.tieout.movements.rest;

import dev.tieout.closing.Closes;
import dev.tieout.movements.Explanations;
import dev.tieout.rules.Explanation;
import dev.tieout.terms.Period;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a movement has its class: the facts, every row's verdict cell by cell, and the row that won. */
@RestController
@RequestMapping("/api/v1/closes/{period}/movements/{account}/explanation")
class ExplanationController {

    private final Explanations explanations;
    private final Closes closes;

    ExplanationController(Explanations explanations, Closes closes) {
        this.explanations = explanations;
        this.closes = closes;
    }

    @GetMapping
    Explanation of(
            @PathVariable String period, @PathVariable String account, @RequestParam(defaultValue = "") String line) {
        return explanations.of(closes.of(Period.parse(period)).key(), account, line);
    }
}
