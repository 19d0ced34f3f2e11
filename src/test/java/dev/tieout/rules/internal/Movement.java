package dev.tieout.rules.internal;

import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.MovementFact;
import dev.tieout.terms.AccountStatus;

/** Says a fact in the words of the table. Amounts are in major units; what is not said is the ordinary case. */
final class Movement {

    private static final long UNITS = 10_000;

    private final Grain grain;
    private final long opening;
    private final long closing;
    private long id = 1;
    private AccountStatus status = AccountStatus.ACTIVE;
    private boolean everActive;
    private boolean withinWindow = true;
    private boolean accountWasActive;
    private boolean accountStays;
    private int productsAdded;
    private int productsLost;
    private int linesAdded;
    private int linesLost;
    private int quantityChange;
    private int discountChange;
    private Pause pause = Pause.CONTRACTION;
    private FullDiscount fullDiscount = FullDiscount.CONTRACTION;

    private Movement(Grain grain, long opening, long closing) {
        this.grain = grain;
        this.opening = opening * UNITS;
        this.closing = closing * UNITS;
        this.everActive = opening > 0;
        this.accountWasActive = opening > 0;
        this.accountStays = closing > 0;
    }

    static Movement account(long opening, long closing) {
        return new Movement(Grain.ACCOUNT, opening, closing);
    }

    static Movement line(long opening, long closing) {
        return new Movement(Grain.LINE, opening, closing);
    }

    Movement id(long is) {
        id = is;
        return this;
    }

    Movement status(AccountStatus is) {
        status = is;
        return this;
    }

    Movement onceACustomer() {
        everActive = true;
        return this;
    }

    Movement tooLongAgo() {
        withinWindow = false;
        return this;
    }

    Movement accountWasActive() {
        accountWasActive = true;
        return this;
    }

    Movement accountStays() {
        accountStays = true;
        return this;
    }

    Movement products(int added, int lost) {
        productsAdded = added;
        productsLost = lost;
        return this;
    }

    Movement lines(int added, int lost) {
        linesAdded = added;
        linesLost = lost;
        return this;
    }

    Movement quantity(int change) {
        quantityChange = change;
        return this;
    }

    Movement discount(int change) {
        discountChange = change;
        return this;
    }

    Movement pausesAre(Pause policy) {
        pause = policy;
        return this;
    }

    Movement fullDiscountsAre(FullDiscount policy) {
        fullDiscount = policy;
        return this;
    }

    MovementFact fact() {
        return new MovementFact(
                id,
                grain,
                opening,
                closing,
                everActive,
                withinWindow,
                status,
                accountWasActive,
                accountStays,
                linesAdded,
                linesLost,
                productsAdded,
                productsLost,
                quantityChange,
                discountChange,
                pause,
                fullDiscount);
    }
}
