package dev.tieout.verification.internal;

import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Publication;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is open, and how far it could move NRR and GRR: worked out account by account, so that no figure in the range is impossible. A balance
 * falls to nothing at the lowest; what GRR keeps of an account rises to its opening at the highest. A variance of all accounts together
 * could be anybody's and reaches with its whole amount.
 */
final class OpenReach {

    private final Basis basis;
    private long variances;
    private BigDecimal amount = BigDecimal.ZERO;
    private BigDecimal nrrDown = BigDecimal.ZERO;
    private BigDecimal nrrUp = BigDecimal.ZERO;
    private BigDecimal grrDown = BigDecimal.ZERO;
    private BigDecimal grrUp = BigDecimal.ZERO;

    OpenReach(Basis basis) {
        this.basis = basis;
    }

    /** The open variances of all accounts together. */
    void addOfAll(List<Leg> open) {
        var reach = count(open);
        nrrDown = nrrDown.add(reach);
        nrrUp = nrrUp.add(reach);
        grrDown = grrDown.add(reach);
        grrUp = grrUp.add(reach);
    }

    /** The open variances of one account, and its movements that count. */
    void add(List<Leg> open, List<Row> movements) {
        if (open.isEmpty()) {
            return;
        }
        var reach = count(open);
        var opening = BigDecimal.ZERO;
        var closing = BigDecimal.ZERO;
        var kept = BigDecimal.ZERO;
        boolean reactivated = false;
        for (var row : movements) {
            var closes = row.amount("closing").subtract(row.amount("fx"));
            opening = opening.add(row.amount("opening"));
            closing = closing.add(closes);
            kept = kept.add(row.amount("opening").min(closes));
            reactivated |= row.word("class", MovementClass.class) == MovementClass.REACTIVATION;
        }
        boolean inCohort = opening.signum() > 0;
        if (inCohort || (reactivated && basis.choices().reactivationInNrr())) {
            nrrDown = nrrDown.add(reach.min(closing));
            nrrUp = nrrUp.add(reach);
        }
        if (inCohort) {
            // A fall first takes what the account expanded by; at line grain another line may have done that.
            var surplus =
                    basis.byLine() ? BigDecimal.ZERO : closing.subtract(opening).max(BigDecimal.ZERO);
            grrDown = grrDown.add(kept.min(reach.subtract(surplus).max(BigDecimal.ZERO)));
            grrUp = grrUp.add(reach.min(opening.subtract(kept)));
        }
    }

    private BigDecimal count(List<Leg> open) {
        variances += open.size();
        var sum = open.stream()
                .map(leg -> basis.atOpening(leg.amount(), leg.currency()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        amount = amount.add(sum);
        return sum;
    }

    /** Compares with what the version says is open. */
    void compare(Publication publication, Bridge total) {
        var nrr = total.nrr(basis.choices().reactivationInNrr());
        expect("openVariances", variances, (long) publication.openVariances());
        expect("openVariance", amount, publication.openVariance());
        expect("nrrLow", moved(nrr, nrrDown.negate(), false), publication.nrrLow());
        expect("nrrHigh", moved(nrr, nrrUp, false), publication.nrrHigh());
        expect("grrLow", moved(total.grr(), grrDown.negate(), true), publication.grrLow());
        expect("grrHigh", moved(total.grr(), grrUp, true), publication.grrHigh());
    }

    private static @Nullable BigDecimal moved(Optional<Ratio> ratio, BigDecimal by, boolean atMostOne) {
        if (ratio.isEmpty()) {
            return null;
        }
        var exact = ratio.get();
        var numerator = exact.numerator().add(by).max(BigDecimal.ZERO);
        return new Ratio(atMostOne ? numerator.min(exact.denominator()) : numerator, exact.denominator()).decimal();
    }

    private static void expect(String column, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(comparable(expected), comparable(found))) {
            throw Difference.of("publication.json", "", column, shown(expected), shown(found));
        }
    }

    /** Decimals are equal by value, whatever zeros stand at their end. */
    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    private static Object shown(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value == null ? "nothing" : value;
    }
}
