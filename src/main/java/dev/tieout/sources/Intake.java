package dev.tieout.sources;

import java.util.List;

/** What became of everything that came in for a close: whether every row is accounted for, and what a person still has to look at. */
public interface Intake {

    /** The counts of the files in force. */
    Counts of(long closeId);

    /**
     * Sums over the files in force; files that were replaced no longer count.
     *
     * @param unacknowledged rejected rows that nobody has acknowledged
     * @param unknownWords rows rejected for a status that the crosswalk does not know
     * @param unknownWordsOpen those of them that nobody has acknowledged
     * @param unmapped rows rejected because they do not fit their header, or name no currency or period of the close
     * @param unmappedOpen those of them that nobody has acknowledged
     * @param blanks rows rejected for a value that is missing
     * @param notAdding names of files whose rows or amounts are not accepted + duplicates + rejected + late, or whose duplicates and
     *     rejects are not all listed; at most 20
     */
    record Counts(
            long files,
            long rows,
            long accepted,
            long duplicates,
            long rejected,
            long late,
            long unacknowledged,
            long unknownWords,
            long unknownWordsOpen,
            long unmapped,
            long unmappedOpen,
            long blanks,
            List<String> notAdding) {

        public Counts {
            notAdding = List.copyOf(notAdding);
        }
    }
}
