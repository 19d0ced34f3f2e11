package dev.tieout.publication.rest;

import dev.tieout.closing.Closes;
import dev.tieout.publication.Publications;
import dev.tieout.terms.Period;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/closes/{period}")
class GateController {

    private final Closes closes;
    private final Publications publications;

    GateController(Closes closes, Publications publications) {
        this.closes = closes;
        this.publications = publications;
    }

    /** What has to hold before a report of the period is final, and what holds now. */
    @GetMapping("/gate")
    GateAnswer gate(@PathVariable String period) {
        return GateAnswer.of(publications.gate(closes.of(Period.parse(period)).key()));
    }
}
