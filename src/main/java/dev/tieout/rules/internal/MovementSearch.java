package dev.tieout.rules.internal;

import static dev.tieout.rules.internal.MovementPart.CHANGE;
import static dev.tieout.rules.internal.MovementPart.CLOSING;
import static dev.tieout.rules.internal.MovementPart.EVER_ACTIVE;
import static dev.tieout.rules.internal.MovementPart.GRAIN;
import static dev.tieout.rules.internal.MovementPart.LINES_ADDED;
import static dev.tieout.rules.internal.MovementPart.LINES_LOST;
import static dev.tieout.rules.internal.MovementPart.OPENING;
import static dev.tieout.rules.internal.MovementPart.PRODUCTS_ADDED;
import static dev.tieout.rules.internal.MovementPart.PRODUCTS_LOST;
import static dev.tieout.rules.internal.MovementPart.STATUS;
import static dev.tieout.rules.internal.MovementPart.STAYS;
import static dev.tieout.rules.internal.MovementPart.WAS_ACTIVE;
import static dev.tieout.rules.internal.MovementPart.WITHIN_WINDOW;

import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.terms.AccountStatus;

/**
 * Looks for a movement whose parts lie in given sides: at either grain, with and without an amount at each end. Everything that hangs on
 * those three is narrowed to what they leave, and then each part can be chosen by itself.
 */
final class MovementSearch {

    private static final long ACCOUNT = WordCells.anyOf(Grain.class).words().indexOf(Grain.ACCOUNT.name());
    private static final Ranges ZERO = Ranges.just(0);
    private static final Ranges YES = Ranges.just(1);
    private static final Ranges POSITIVE = Ranges.of(1, CellValues.MOST);
    private static final Ranges MENTIONED = Ranges.of(0, AccountStatus.values().length - 1L)
            .minus(Ranges.just(WordCells.anyOf(AccountStatus.class).words().indexOf(AccountStatus.ABSENT.name())));

    /** A hundred, which reads like an amount. */
    private static final long USUAL = 1_000_000;

    private final Ranges[] given;
    private final Ranges[] sides;
    private final long[] fact;

    MovementSearch(Ranges[] given) {
        this.given = given;
        this.sides = given.clone();
        this.fact = new long[given.length];
    }

    /** Whether there is one; {@link #value} then tells it. */
    boolean find() {
        return findAt(ACCOUNT) || findAt(1 - ACCOUNT);
    }

    long value(int part) {
        return fact[part];
    }

    private boolean findAt(long grain) {
        return given[GRAIN].holds(grain)
                && (find(grain, true, true)
                        || find(grain, true, false)
                        || find(grain, false, true)
                        || find(grain, false, false));
    }

    private boolean find(long grain, boolean opens, boolean closes) {
        if (!given[OPENING].meets(opens ? POSITIVE : ZERO) || !given[CLOSING].meets(closes ? POSITIVE : ZERO)) {
            return false;
        }
        System.arraycopy(given, 0, sides, 0, sides.length);
        fact[GRAIN] = grain;
        narrow(OPENING, opens ? POSITIVE : ZERO);
        narrow(CLOSING, closes ? POSITIVE : ZERO);
        narrow(grain == ACCOUNT, opens, closes);
        return past()
                && parts(PRODUCTS_ADDED, LINES_ADDED)
                && parts(PRODUCTS_LOST, LINES_LOST)
                && others()
                && amounts();
    }

    private void narrow(boolean account, boolean opens, boolean closes) {
        presence(WAS_ACTIVE, account, opens);
        presence(STAYS, account, closes);
        if (closes) {
            narrow(STATUS, MENTIONED);
        } else {
            narrow(LINES_ADDED, ZERO);
        }
        if (!opens) {
            narrow(LINES_LOST, ZERO);
        }
        if (account && closes && !opens) {
            narrow(PRODUCTS_ADDED, POSITIVE);
        }
        if (account && opens && !closes) {
            narrow(PRODUCTS_LOST, POSITIVE);
        }
    }

    private void presence(int part, boolean account, boolean amount) {
        if (amount) {
            narrow(part, YES);
        } else if (account) {
            narrow(part, ZERO);
        }
    }

    private void narrow(int part, Ranges to) {
        sides[part] = sides[part].and(to);
    }

    /** Who was active at open was ever, and within the window; who never was has no window to miss. */
    private boolean past() {
        return past(1, 1) || past(0, 0) || past(0, 1);
    }

    private boolean past(long active, long ever) {
        boolean free = active == 0 && ever == 1;
        if (!sides[WAS_ACTIVE].holds(active)
                || !sides[EVER_ACTIVE].holds(ever)
                || !(sides[WITHIN_WINDOW].holds(1) || (free && sides[WITHIN_WINDOW].holds(0)))) {
            return false;
        }
        fact[WAS_ACTIVE] = active;
        fact[EVER_ACTIVE] = ever;
        fact[WITHIN_WINDOW] = sides[WITHIN_WINDOW].holds(1) ? 1 : 0;
        return true;
    }

    /** Something is added or lost with at least as many lines. */
    private boolean parts(int products, int lines) {
        if (sides[products].isEmpty() || sides[lines].isEmpty()) {
            return false;
        }
        long least = sides[products].min();
        if (sides[lines].max() < least) {
            return false;
        }
        fact[products] = least;
        fact[lines] = sides[lines].holds(least)
                ? least
                : sides[lines].and(Ranges.of(least, CellValues.MOST)).min();
        return true;
    }

    private boolean others() {
        for (int part : new int[] {STATUS, STAYS}) {
            if (sides[part].isEmpty()) {
                return false;
            }
            fact[part] = sides[part].nearest(0);
        }
        return true;
    }

    private boolean amounts() {
        for (int opening = 0; opening < sides[OPENING].count(); opening++) {
            for (int closing = 0; closing < sides[CLOSING].count(); closing++) {
                for (int change = 0; change < sides[CHANGE].count(); change++) {
                    if (amounts(opening, closing, change)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean amounts(int opening, int closing, int change) {
        long leastChange = sides[CHANGE].from(change);
        long mostChange = sides[CHANGE].to(change);
        long leastClosing = sides[CLOSING].from(closing);
        long mostClosing = sides[CLOSING].to(closing);
        long from = Math.max(sides[OPENING].from(opening), leastClosing - mostChange);
        long to = Math.min(sides[OPENING].to(opening), mostClosing - leastChange);
        if (from > to) {
            return false;
        }
        long open = Math.clamp(USUAL, from, to);
        long close = Math.clamp(
                open == 0 ? USUAL : open,
                Math.max(leastClosing, open + leastChange),
                Math.min(mostClosing, open + mostChange));
        fact[OPENING] = open;
        fact[CLOSING] = close;
        fact[CHANGE] = close - open;
        return true;
    }
}
