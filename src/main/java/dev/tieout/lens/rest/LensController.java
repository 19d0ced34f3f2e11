package dev.tieout.lens.rest;

import dev.tieout.closing.Closes;
import dev.tieout.lens.Lens;
import dev.tieout.lens.LensPack;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A published version by other products' definitions: to read only. */
@RestController
@RequestMapping("/api/v1")
class LensController {

    private final Lens lens;
    private final Closes closes;

    LensController(Lens lens, Closes closes) {
        this.lens = lens;
        this.closes = closes;
    }

    @Operation(summary = "The packs of definitions, and what of them is not followed")
    @GetMapping("/lenses")
    Page<LensPack> packs() {
        return new Page<>(lens.packs(), null);
    }

    @Operation(summary = "A version by every pack; ask again while one is RUNNING")
    @GetMapping("/closes/{period}/lens")
    LensAnswer of(@PathVariable String period, @RequestParam(required = false) @Nullable Integer version) {
        return LensAnswer.of(lens.of(closes.of(Period.parse(period)).key(), version));
    }

    @Operation(summary = "Begins anew what failed; a result that is there stays")
    @PostMapping("/closes/{period}/lens/again")
    LensAnswer again(@PathVariable String period, @RequestParam(required = false) @Nullable Integer version) {
        return LensAnswer.of(lens.again(closes.of(Period.parse(period)).key(), version));
    }
}
