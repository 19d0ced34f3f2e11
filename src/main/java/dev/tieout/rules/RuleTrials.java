package dev.tieout.rules;

import dev.tieout.rules.MovementSamples.SampledPeriod;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a version would do to movements that are known: how many each row takes, and how many it took in the version written from. */
public interface RuleTrials {

    /** The periods that a table can be tried on, newest first; none for a table that does not classify movements. */
    List<SampledPeriod> periods(String table);

    /**
     * Counts at once when the period's movements are at hand; else empty, and they are read in the background from here on.
     *
     * @throws RuleTableRefused when the version is a draft with a malformed cell
     */
    Optional<RowHits> hits(PinnedTable version, SampledPeriod period);

    /** The same, and waits for the movements when need be, some seconds for a large period. */
    RowHits waitForHits(PinnedTable version, SampledPeriod period);

    /**
     * Movements by the row that takes them.
     *
     * @param base the version that the table was written from; null when there is none, and then nothing is said of before
     * @param movements of the period in all
     * @param tried of these, the ones that were counted
     * @param rows every row in its order; last with row 0 those that none takes
     * @param gone rows of the base that are no more, by their number there
     * @param moved movements that get another answer, the most frequent first
     */
    record RowHits(
            SampledPeriod period,
            @Nullable Integer base,
            long movements,
            long tried,
            List<RowHit> rows,
            List<RowHit> gone,
            List<Moved> moved) {

        public RowHits {
            rows = List.copyOf(rows);
            gone = List.copyOf(gone);
            moved = List.copyOf(moved);
        }

        /** How many movements get another answer than by the base. */
        public long changed() {
            return moved.stream().mapToLong(Moved::movements).sum();
        }
    }

    /** What one row takes now and took before, whatever its number was. */
    record RowHit(int row, long before, long now) {

        public long change() {
            return now - before;
        }
    }

    /** Movements that went from one answer to another. */
    record Moved(String from, String to, long movements) {}

    /** The period has no movements of that table. */
    final class NothingToTry extends Refusal {
        public NothingToTry(Period period) {
            super(Kind.MISSING, "no-movements-to-try", period + " has no movements that the table could be tried on.");
        }
    }
}
