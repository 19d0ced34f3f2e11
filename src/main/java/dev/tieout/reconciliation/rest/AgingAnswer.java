package dev.tieout.reconciliation.rest;

import dev.tieout.reconciliation.Aging;
import dev.tieout.terms.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open variances by days open; amounts in {@code currency}. */
record AgingAnswer(String currency, List<Bucket> items, int slaDays, long overdue, long oldestDays) {

    static AgingAnswer of(Aging aging, String currency) {
        var buckets = aging.buckets().stream()
                .map(bucket -> new Bucket(
                        bucket.from(),
                        bucket.to() == Integer.MAX_VALUE ? null : bucket.to(),
                        bucket.count(),
                        new Money(bucket.amount(), currency).text()))
                .toList();
        return new AgingAnswer(currency, buckets, aging.slaDays(), aging.overdue(), aging.oldest());
    }

    /** Bounds are inclusive; the last has no upper one. */
    record Bucket(int fromDays, @Nullable Integer toDays, long count, String amount) {}
}
