package dev.tieout.sources.internal;

import dev.tieout.policy.MetricPolicy.Discounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws from the cells of a change event what it changes and which period it falls into. */
final class EventCompletion {

    private final Reading reading;
    private final Instant start;

    EventCompletion(Reading reading) {
        this.reading = reading;
        this.start = reading.context().start();
    }

    /** Of an event of the period or a later one. */
    void complete(StagedRow row) {
        if (row.problems().isEmpty()) {
            completeAmounts(row);
            place(row);
        }
    }

    /** Of an event before the period, as a part of what the period opens with. */
    void open(StagedRow row) {
        var moment = moment(row);
        if (moment != null && !moment.isBefore(start)) {
            row.leaveOut("after the period began");
        }
        row.set(Field.AMOUNT, row.value(Field.CHANGE));
        if (reading.context().choices().countedDiscounts() == Discounts.GROSS) {
            // A sum of changes is what was billed: no discount was added to it that could be taken off again.
            row.set(Field.DISCOUNT, null);
        }
    }

    /** Before and change make after; after and change make before. The receipt counts what the file itself says, the amount after first. */
    private void completeAmounts(StagedRow row) {
        var before = amount(row, Field.BEFORE);
        var change = amount(row, Field.CHANGE);
        var after = amount(row, Field.AFTER);
        row.set(Field.AMOUNT, row.value(after == null ? Field.CHANGE : Field.AFTER));
        if (after == null && change == null) {
            row.problem(header(Field.AFTER), "", "neither an amount after the event nor a change");
        } else if (change != null && before != null) {
            sum(row, before.add(change), after);
        } else if (change != null && after != null) {
            row.set(Field.BEFORE, after.subtract(change).toPlainString());
        }
    }

    private void sum(StagedRow row, BigDecimal sum, @Nullable BigDecimal after) {
        row.set(Field.AFTER, sum.toPlainString());
        if (after != null && sum.compareTo(after) != 0) {
            row.problem(
                    header(Field.AFTER),
                    after.toPlainString(),
                    "not the amount before the event and the change together, " + sum.toPlainString());
        } else if (sum.signum() < 0) {
            row.problem(header(Field.CHANGE), sum.toPlainString(), "takes the line below zero");
        }
    }

    private void place(StagedRow row) {
        var moment = moment(row);
        if (moment == null) {
            row.problem(header(Field.POSTED_AT), "", "neither posted nor effective at any time");
            return;
        }
        if (!moment.isBefore(start)) {
            var on = LocalDate.ofInstant(moment, reading.context().zone());
            row.set(Field.BELONGS_TO, reading.context().periodOf(moment, on).toString());
        } else if (reading.profile().history()) {
            row.leaveOut("before the period began");
        } else {
            row.problem(
                    Objects.requireNonNullElse(row.value(Field.PLACED_BY), header(Field.POSTED_AT)),
                    moment.toString(),
                    "before " + reading.context().period() + " begins");
        }
    }

    /** When it was posted, else when it took effect. */
    private static @Nullable Instant moment(StagedRow row) {
        var posted = row.value(Field.POSTED_AT);
        var text = posted == null ? row.value(Field.EFFECTIVE_AT) : posted;
        return text == null ? null : Instant.parse(text);
    }

    private String header(Field field) {
        return reading.profile().headerOf(field);
    }

    private static @Nullable BigDecimal amount(StagedRow row, Field field) {
        var text = row.value(field);
        return text == null ? null : new BigDecimal(text);
    }
}
