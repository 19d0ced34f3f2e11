package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a pack says of one line from its opening over its events to its closing. */
final class EventedLine {

    /** By the moment that places them, then by when they took effect, then as they stand in their files. */
    private static final Comparator<Row> IN_TIME = Comparator.<Row, Instant>comparing(
                    row -> Optional.ofNullable(row.time("placed_at")).orElseThrow())
            .thenComparing(row -> row.time("effective_at"), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(row -> row.whole("source_id"))
            .thenComparingLong(row -> row.whole("source_line"));

    private final String where;
    private final List<Row> events = new ArrayList<>();
    private @Nullable Row opening;
    private @Nullable Row atOpen;
    private @Nullable Row closing;

    EventedLine(String account, String subscription, String product) {
        this.where = "account " + Difference.shown(account) + ", subscription " + Difference.shown(subscription)
                + ", product " + Difference.shown(product);
    }

    void opens(Row row) {
        opening = row;
    }

    void begins(Row row) {
        atOpen = row;
    }

    void happens(Row row) {
        events.add(row);
    }

    void closes(Row row) {
        closing = row;
    }

    String where() {
        return where;
    }

    @Nullable
    Row opening() {
        return opening;
    }

    @Nullable
    Row atOpen() {
        return atOpen;
    }

    List<Row> events() {
        return events;
    }

    /** Every line that stood or of which an event tells has one. */
    Row closing() {
        if (closing == null) {
            throw Difference.of(
                    PackFile.CLOSING.path(), where, "the row", "what opening and events of the line come to", "none");
        }
        return closing;
    }

    /**
     * What the line stands at after its last event.
     *
     * @param saidBefore whether what an event says of the time before it has to be what the line stood at then
     */
    Stand run(boolean saidBefore) {
        var stand = Stand.of(atOpen);
        Row before = null;
        for (var event : events) {
            checkPlace(before, event);
            stand.checkBefore(event, saidBefore);
            stand = stand.after(event);
            stand.checkAfter(event);
            before = event;
        }
        return stand;
    }

    private void checkPlace(@Nullable Row before, Row event) {
        long place = before == null ? 1 : before.whole("step") + 1;
        if (event.whole("step") != place) {
            throw event.difference("step", place);
        }
        if (before != null && IN_TIME.compare(before, event) >= 0) {
            throw event.difference("placed_at", "a moment after the event before it");
        }
    }

    /** The closing line names the last event, or line 0 of the file when there is none. */
    void checkOrigin() {
        var named = closing();
        if (!events.isEmpty()) {
            var last = events.getLast();
            for (var column : List.of("source_id", "source_line")) {
                if (named.whole(column) != last.whole(column)) {
                    throw named.difference(column, last.whole(column));
                }
            }
        } else if (named.whole("source_line") != 0 || atOpen == null) {
            throw named.difference(
                    "source_line", atOpen == null ? "an event, for the line did not stand before" : "0, for no event");
        }
    }
}
