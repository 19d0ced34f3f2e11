package dev.tieout.reconciliation.rest;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.AccountLegs;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a close's comparison rests on: the legs in total, by account and by GL account, and the roll-forward. */
@RestController
@RequestMapping("/api/v1/closes/{period}")
class TieOutController {

    private final Reconciliation reconciliation;
    private final Closes closes;
    private final Policies policies;

    TieOutController(Reconciliation reconciliation, Closes closes, Policies policies) {
        this.reconciliation = reconciliation;
        this.closes = closes;
        this.policies = policies;
    }

    /** The legs in total. */
    @GetMapping("/tie-out")
    TieOutAnswer tieOut(@PathVariable String period) {
        var close = close(period);
        var choices = policies.version(close.policyVersion()).choices();
        return TieOutAnswer.of(
                close,
                choices,
                reconciliation.totals(close.key()),
                reconciliation.open(close.key()),
                reconciliation.comparedAt(close.key()));
    }

    /** The legs side by side; the cursor is the last account of the page before. */
    @GetMapping("/tie-out/accounts")
    Page<LegsAnswer> accounts(
            @PathVariable String period,
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        var page = reconciliation.legs(close(period).key(), which(filter), search, cursor, limit);
        return new Page<>(page.items().stream().map(LegsAnswer::of).toList(), page.next());
    }

    private static AccountLegs.Which which(String filter) {
        for (var which : AccountLegs.Which.values()) {
            if (which.name().toLowerCase(Locale.ROOT).equals(filter)) {
                return which;
            }
        }
        throw new NoSuchFilter(filter);
    }

    /** The ledger leg by GL account, with the periods around it. */
    @GetMapping("/tie-out/gl-accounts")
    Page<GlAnswer> glAccounts(@PathVariable String period) {
        return new Page<>(
                reconciliation.glAccounts(close(period).key()).stream()
                        .map(GlAnswer::of)
                        .toList(),
                null);
    }

    /** From the previous publication's closing to this close's ending. */
    @GetMapping("/tie-out/roll-forward")
    RollForwardAnswer rollForward(@PathVariable String period) {
        return reconciliation
                .rollForward(close(period).key())
                .map(RollForwardAnswer::of)
                .orElseThrow(() -> new NotClassified(period));
    }

    private Close close(String period) {
        return closes.of(Period.parse(period));
    }

    /** No filter of that name. */
    static final class NoSuchFilter extends Refusal {
        NoSuchFilter(String filter) {
            super(Kind.INVALID, "no-such-filter", "“" + filter + "” is no filter; use all or differing.");
        }
    }

    /** There are no movements to roll forward. */
    static final class NotClassified extends Refusal {
        NotClassified(String period) {
            super(Kind.CONFLICT, "not-classified", "The close of " + period + " has no movements yet.");
        }
    }
}
