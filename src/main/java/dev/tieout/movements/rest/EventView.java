package dev.tieout.movements.rest;

import dev.tieout.sources.ChangeEvents.Event;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change event behind a movement, as the API shows it.
 *
 * @param placedBy the header of the column whose moment, {@code placedAt}, put it into the period
 * @param saidBefore what the event says the line stood at, where it does
 * @param source the file's id
 */
record EventView(
        String id,
        @Nullable String kind,
        String subscription,
        String product,
        String placedBy,
        Instant placedAt,
        @Nullable Instant effectiveAt,
        boolean late,
        @Nullable String saidBefore,
        String before,
        String after,
        String currency,
        String status,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal discount,
        long source,
        @Nullable String file,
        long line) {

    static EventView of(Event event) {
        return new EventView(
                event.eventId(),
                event.kind(),
                event.subscription(),
                event.product(),
                event.placedBy(),
                event.placedAt(),
                event.effectiveAt(),
                event.late(),
                event.saidBefore() == null ? null : new Money(event.saidBefore(), event.currency()).text(),
                new Money(event.before(), event.currency()).text(),
                new Money(event.after(), event.currency()).text(),
                event.currency(),
                event.status(),
                event.quantity(),
                event.discount(),
                event.sourceId(),
                event.fileName(),
                event.fileLine());
    }
}
