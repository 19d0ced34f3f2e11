package dev.tieout.console.rest;

import dev.tieout.closing.Closes;
import dev.tieout.console.CloseOverview;
import dev.tieout.console.CloseOverviews;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/closes")
class CloseController {

    private final Closes closes;
    private final CloseOverviews overviews;

    CloseController(Closes closes, CloseOverviews overviews) {
        this.closes = closes;
        this.overviews = overviews;
    }

    @PostMapping
    ResponseEntity<CloseAnswer> open(@Valid @RequestBody NewClose wanted) {
        var period = closes.open(Period.parse(wanted.period())).span();
        return ResponseEntity.created(URI.create("/api/v1/closes/" + period)).body(answer(period));
    }

    /** Newest period first; the cursor is the last period seen. */
    @GetMapping
    Page<CloseAnswer> all(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        List<Period> older = closes.all().stream()
                .map(close -> close.span())
                .filter(period -> cursor == null || period.compareTo(Period.parse(cursor)) < 0)
                .toList();
        var shown = older.stream().limit(limit).map(this::answer).toList();
        var next = older.size() > limit ? shown.getLast().period() : null;
        return new Page<>(shown, next);
    }

    @GetMapping("/{period}")
    CloseAnswer one(@PathVariable String period) {
        return answer(Period.parse(period));
    }

    private CloseAnswer answer(Period period) {
        CloseOverview overview = overviews.of(period);
        return CloseAnswer.of(overview);
    }

    record NewClose(@NotBlank String period) {}
}
