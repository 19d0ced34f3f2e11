package dev.tieout.verification.internal;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a line stands at, as billed, before or after an event.
 *
 * @param stood whether it was there when the period began
 * @param amount after discounts; below zero only between two events
 * @param currency null before anything is known of the line, as its status
 */
record Stand(
        boolean stood,
        BigDecimal amount,
        @Nullable String currency,
        @Nullable String status,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal discount) {

    /** Such a line carries no recurring revenue: either its amount or nothing is right to say before the next event. */
    private static final Set<String> DORMANT = Set.of("TRIAL", "PAUSED", "UNPAID");

    static Stand of(@Nullable Row atOpen) {
        return atOpen == null
                ? new Stand(false, BigDecimal.ZERO, null, null, null, null)
                : new Stand(
                        true,
                        atOpen.amount("mrr"),
                        atOpen.cell("currency"),
                        atOpen.cell("status"),
                        atOpen.decimal("quantity"),
                        atOpen.decimal("discount"));
    }

    static boolean isDormant(@Nullable String status) {
        return status != null && DORMANT.contains(status);
    }

    void checkBefore(Row event, boolean saidBefore) {
        if (!same(event.decimal("stood_at"), amount)) {
            throw event.difference("stood_at", amount.toPlainString());
        }
        var before = event.decimal("before");
        if (saidBefore
                && before != null
                && before.compareTo(amount) != 0
                && !(before.signum() == 0 && isDormant(status))) {
            throw event.difference("before", amount.toPlainString());
        }
    }

    /** An event that says an amount begins anew, as with quantity and discount; a change is added to what stood. */
    Stand after(Row event) {
        var after = event.decimal("after");
        var stands = after == null ? amount.add(event.amount("change")) : after;
        var said = event.isNull("status") ? word(stands) : event.cell("status");
        var reduced = event.decimal("discount");
        return new Stand(
                stood,
                stands,
                event.cell("currency"),
                said,
                quantityAfter(event),
                reduced == null ? discount : reduced);
    }

    private static String word(BigDecimal amount) {
        return amount.signum() == 0 ? "CANCELLED" : "ACTIVE";
    }

    private @Nullable BigDecimal quantityAfter(Row event) {
        var said = event.decimal("quantity");
        var change = event.decimal("quantity_change");
        if (said != null || change == null) {
            return said == null ? quantity : said;
        }
        // Of a line that was not there before, the first change is its quantity; of any other nobody knows what it was.
        var base = quantity == null && !stood ? BigDecimal.ZERO : quantity;
        return base == null ? null : base.add(change);
    }

    void checkAfter(Row event) {
        if (!same(event.decimal("stands_at"), amount)) {
            throw event.difference("stands_at", amount.toPlainString());
        }
    }

    /** As the policy counts it: never below zero, and with the discounts when they are not taken off. */
    Stand counted(boolean gross) {
        var net = amount.max(BigDecimal.ZERO);
        return new Stand(
                stood, gross && discount != null ? net.add(discount) : net, currency, status, quantity, discount);
    }

    /** The closing line says the same. */
    void compare(Row closing) {
        if (!same(closing.amount("mrr"), amount)) {
            throw closing.difference("mrr", amount.toPlainString());
        }
        if (!closing.cell("currency").equals(currency)) {
            throw closing.difference("currency", String.valueOf(currency));
        }
        if (!closing.cell("status").equals(status)) {
            throw closing.difference("status", String.valueOf(status));
        }
        if (!same(closing.decimal("quantity"), quantity)) {
            throw closing.difference("quantity", text(quantity));
        }
        if (!same(closing.decimal("discount"), discount)) {
            throw closing.difference("discount", text(discount));
        }
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
