package dev.tieout.sources;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event log of a close: what billing says changed in each line. Where no snapshot is in, a line closes at its opening and its events,
 * and one without an event keeps its opening: a complete file of events says nothing of what did not change.
 */
public interface ChangeEvents {

    /**
     * Works the closing lines of a close out anew from its opening and its events; repeating it changes nothing, and so it does where no
     * file of events is in or a snapshot says how the lines close. For whoever changes the opening; imports do it by themselves.
     */
    void settle(long closeId);

    /** The events of some accounts of a close, each line's in their order. */
    List<Event> of(long closeId, List<String> accounts);

    /**
     * An event in its order. Those of a line are run by the moment that places them, then by when they took effect, then as they stand in
     * their files.
     *
     * @param line its line's name within the account, as movements name it
     * @param sourceId the file that brought it, and {@code fileLine} the line in it
     * @param kind what sort of change it is, in the file's own word
     * @param placedBy the header of the column whose moment, {@code placedAt}, put it into the period
     * @param late whether an earlier period's file brought it
     * @param saidBefore what it says the line stood at; null when it does not
     * @param before what the line stood at, in its currency; {@code after} what it stands at since
     * @param status as billed since
     */
    record Event(
            String account,
            String subscription,
            String product,
            String line,
            String eventId,
            @Nullable String kind,
            Instant placedAt,
            String placedBy,
            @Nullable Instant effectiveAt,
            boolean late,
            @Nullable BigDecimal saidBefore,
            BigDecimal before,
            BigDecimal after,
            String currency,
            String status,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal discount,
            long sourceId,
            @Nullable String fileName,
            long fileLine) {}
}
