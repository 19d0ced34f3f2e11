package dev.tieout.movements.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tieout.closing.Closes;
import dev.tieout.movements.Movement;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.movements.internal.Cursor;
import dev.tieout.sources.ChangeEvents;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import dev.tieout.terms.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
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
@RequestMapping("/api/v1/closes/{period}/movements")
class MovementController {

    private final Movements movements;
    private final ChangeEvents changes;
    private final Closes closes;

    MovementController(Movements movements, ChangeEvents changes, Closes closes) {
        this.movements = movements;
        this.changes = changes;
        this.closes = closes;
    }

    @GetMapping
    Page<MovementView> page(
            @PathVariable String period,
            @RequestParam(name = "class", required = false) @Nullable Set<MovementClass> classes,
            @RequestParam(required = false) @Nullable Boolean review,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable BigDecimal atLeast,
            @RequestParam(required = false) @Nullable Boolean excluded,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var filter =
                new MovementFilter(Objects.requireNonNullElse(classes, Set.of()), review, account, atLeast, excluded);
        long close = close(period);
        int size = Math.clamp(limit, 1, Page.LIMIT);
        var found = movements.after(close, filter, cursor, size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        var next = found.size() > size ? Cursor.after(shown.getLast()).text() : null;
        var sources = movements.sourceRows(close, shown);
        var events = changes.of(
                close, shown.stream().map(Movement::account).distinct().toList());
        return new Page<>(
                shown.stream()
                        .map(movement -> MovementView.of(movement, sources.getOrDefault(movement, List.of()), events))
                        .toList(),
                next);
    }

    /** At line grain without a line: the account's first. */
    @GetMapping("/{account}")
    MovementView one(
            @PathVariable String period,
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String line) {
        long close = close(period);
        return view(
                close,
                line == null ? movements.ofAccount(close, account).getFirst() : movements.of(close, account, line));
    }

    @PostMapping("/{account}/override")
    MovementView override(
            @PathVariable String period, @PathVariable String account, @Valid @RequestBody Reclassification wanted) {
        long close = close(period);
        return view(
                close,
                movements.override(
                        close,
                        account,
                        text(wanted.line()),
                        wanted.movementClass(),
                        wanted.reason(),
                        text(wanted.comment())));
    }

    @PostMapping("/{account}/override/undo")
    MovementView undo(@PathVariable String period, @PathVariable String account, @RequestBody Undo undo) {
        long close = close(period);
        return view(close, movements.undoOverride(close, account, text(undo.line()), text(undo.comment())));
    }

    @PostMapping("/{account}/exclude")
    MovementView exclude(@PathVariable String period, @PathVariable String account, @RequestBody Exclude exclude) {
        long close = close(period);
        movements.exclude(close, account, text(exclude.reason()), text(exclude.comment()));
        return view(close, movements.ofAccount(close, account).getFirst());
    }

    @PostMapping("/{account}/include")
    MovementView include(@PathVariable String period, @PathVariable String account, @RequestBody Include include) {
        long close = close(period);
        movements.include(close, account, text(include.comment()));
        return view(close, movements.ofAccount(close, account).getFirst());
    }

    private long close(String period) {
        return closes.of(Period.parse(period)).key();
    }

    private MovementView view(long close, Movement movement) {
        return MovementView.of(
                movement,
                movements.sourceRows(close, movement.account(), movement.line()),
                changes.of(close, List.of(movement.account())));
    }

    /** What is left out is refused by the service, in its own words. */
    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    record Reclassification(
            @NotNull @JsonProperty("class") MovementClass movementClass,
            @NotNull Reason reason,
            @Nullable String comment,
            @Nullable String line) {}

    record Undo(@Nullable String comment, @Nullable String line) {}

    record Exclude(@Nullable String reason, @Nullable String comment) {}

    record Include(@Nullable String comment) {}
}
