package dev.tieout.movements;

import dev.tieout.policy.MetricPolicy.TimestampRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a source row counts in the period of its movement: which cell of its file placed it, and by which rule of the policy.
 *
 * @param field the column as the file's header names it; null where no column placed the row
 * @param value the cell as the file writes it; null likewise
 * @param at the instant that was read from it; null where the cell states a period
 * @param zone of the policy: in it times without an offset are read, and periods begin and end
 * @param period the period that the row came with first, where that is another one; else this one
 * @param backPosting the approved note that took it in
 */
public record Placement(
        By by,
        @Nullable String field,
        @Nullable String value,
        @Nullable Instant at,
        String zone,
        String period,
        TimestampRule rule,
        int policyVersion,
        Instant cutoff,
        @Nullable Long backPosting) {

    /** What placed a row. */
    public enum By {
        /** Its timestamp is before the cutoff. */
        TIMESTAMP,
        /** It has no timestamp: the period that its row states. */
        STATED_PERIOD,
        /** A file of changes that has none for the line: it closes as it opened. */
        NO_EVENT,
        /** Its file names neither: the period that the file was handed in for. */
        FILE,
        /** It came with an earlier period after that one's cutoff, and nothing of this period says better. */
        LATE_POSTING,
        /** It came after the cutoff, and an approved note takes it in. */
        BACK_POSTING,
        /** It came after the cutoff: until then the line stood as it opened. */
        STANDS_AS_OPENED,
        /** An approved correction note says it. */
        CORRECTION,
        /** The balance that the period before closed with. */
        PREVIOUS_CLOSING
    }

    /** Field, value as written and as read, and the rule, in a sentence. */
    public String sentence() {
        return switch (by) {
            case TIMESTAMP -> "Placed by " + cell() + ", before the cutoff " + shown(cutoff) + " " + ruled() + ".";
            case STATED_PERIOD ->
                field == null
                        ? "Placed by the month that its column is headed with."
                        : "Placed by the period that it states: " + cell() + ". It has no time of posting " + ruled()
                                + ".";
            case NO_EVENT -> "The file of changes has none for this line in the period: it closes as it opened.";
            case FILE ->
                "Placed by its file, which was handed in for " + period
                        + ": it names no period and no time of posting.";
            case LATE_POSTING ->
                "Came with " + period + " after its cutoff and belongs here by " + cell() + " " + ruled() + ".";
            case BACK_POSTING ->
                "Posted after the cutoff " + shown(cutoff) + " by " + cell() + "; taken in by back-posting note "
                        + backPosting + ".";
            case STANDS_AS_OPENED ->
                "Stands as it opened: the file only tells what was posted after the cutoff " + shown(cutoff) + ", by "
                        + cell() + " " + ruled() + ".";
            case CORRECTION -> "Said by an approved correction note.";
            case PREVIOUS_CLOSING -> "The balance that the period before closed with.";
        };
    }

    private String cell() {
        var cell = field + " “" + value + "”";
        return at == null ? cell : cell + ", read as " + shown(at);
    }

    private String ruled() {
        return "(rule " + rule.name().toLowerCase(Locale.ROOT).replace('_', '-') + ", policy version " + policyVersion
                + ")";
    }

    private String shown(Instant moment) {
        return moment.atZone(ZoneId.of(zone)).toOffsetDateTime() + (zone.equals("UTC") ? "" : " " + zone);
    }
}
