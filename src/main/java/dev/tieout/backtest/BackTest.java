package dev.tieout.backtest;

import dev.tieout.rules.PinnedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule version held against the published periods.
 *
 * @param sha256 of the content that was tested
 * @param trouble why it failed, in a person's words; null unless it did
 * @param progressedAt when the last period was done, or it began
 * @param finishedAt null until it is done
 * @param stale another version of some period has been published since
 * @param periods oldest first
 */
public record BackTest(
        long id,
        PinnedTable version,
        String sha256,
        State state,
        @Nullable String trouble,
        String requestedBy,
        Instant requestedAt,
        Instant progressedAt,
        @Nullable Instant finishedAt,
        boolean stale,
        List<TestedPeriod> periods) {

    private static final Duration LONGEST_PERIOD = Duration.ofMinutes(10);

    public BackTest {
        periods = List.copyOf(periods);
    }

    /** Where a test stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public long done() {
        return periods.stream().filter(TestedPeriod::done).count();
    }

    /** Whether nothing has moved for so long that whoever ran it must be gone; running it again goes on. */
    public boolean isStuck(Instant now) {
        return state == State.RUNNING && isStill(now);
    }

    /** Whether it is not done, and nothing has moved or been tried for longer than a period takes. */
    public boolean isStill(Instant now) {
        return state != State.DONE && progressedAt.plus(LONGEST_PERIOD).isBefore(now);
    }

    /** Whether it is done and tells of what is published now. */
    public boolean isCurrent() {
        return state == State.DONE && !stale;
    }

    /** Accounts that would get another class or cause, each period counted for itself. */
    public long changedAccounts() {
        return periods.stream()
                .mapToLong(period -> period.tally() == null ? 0 : period.tally().changedAccounts())
                .sum();
    }
}
