package dev.tieout.verification.internal;

import dev.tieout.terms.AccountStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opening to closing of one line, in the reporting currency.
 *
 * @param closing without what the change of the rate did, which is {@code fx}
 * @param status as billed; null when the snapshot does not mention the line
 * @param quantityChange null when unknown at either end; so is {@code discountChange}
 */
record LineBalance(
        String subscription,
        String product,
        BigDecimal opening,
        BigDecimal closing,
        BigDecimal fx,
        @Nullable AccountStatus status,
        @Nullable BigDecimal quantityChange,
        @Nullable BigDecimal discountChange) {

    boolean opens() {
        return opening.signum() > 0;
    }

    boolean closes() {
        return closing.signum() > 0;
    }

    boolean isAdded() {
        return !opens() && closes();
    }

    boolean isLost() {
        return opens() && !closes();
    }

    BigDecimal up() {
        return closing.subtract(opening).max(BigDecimal.ZERO);
    }

    BigDecimal down() {
        return opening.subtract(closing).max(BigDecimal.ZERO);
    }

    /** The line's name within its account. The first slash that no backslash precedes divides, so two lines never share one. */
    String name() {
        return subscription.replace("\\", "\\\\").replace("/", "\\/") + "/" + product;
    }

    /** Every line that either end has, each once. */
    static List<LineBalance> of(Basis basis, List<Line> opened, List<Line> billed) {
        var balances = new ArrayList<LineBalance>();
        var left = new LinkedHashMap<Line.Stream, Line>();
        opened.forEach(then -> left.put(then.stream(), then));
        billed.forEach(now -> balances.add(of(basis, left.remove(now.stream()), now)));
        left.values().forEach(then -> balances.add(gone(basis, then)));
        return balances;
    }

    private static LineBalance of(Basis basis, @Nullable Line then, Line now) {
        var recognised = basis.recognised(now);
        var closing = basis.atOpening(recognised, now.currency());
        var fx = basis.showsFx() ? basis.atClosing(recognised, now.currency()).subtract(closing) : BigDecimal.ZERO;
        return new LineBalance(
                now.subscription(),
                now.product(),
                then == null ? BigDecimal.ZERO : basis.atOpening(then.mrr(), then.currency()),
                closing,
                fx,
                now.status(),
                then == null ? null : difference(now.quantity(), then.quantity()),
                then == null ? null : orNothing(now.discount()).subtract(orNothing(then.discount())));
    }

    private static LineBalance gone(Basis basis, Line then) {
        return new LineBalance(
                then.subscription(),
                then.product(),
                basis.atOpening(then.mrr(), then.currency()),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                null,
                null);
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal now, @Nullable BigDecimal then) {
        return now == null || then == null ? null : now.subtract(then);
    }

    private static BigDecimal orNothing(@Nullable BigDecimal discount) {
        return discount == null ? BigDecimal.ZERO : discount;
    }
}
