package dev.tieout.reconciliation;

import java.util.List;
import java.util.Set;

/** The differences that an approved correction opens in the tie-out of a close: the note itself explains them. */
public interface CorrectedDifferences {

    /**
     * Explains every open variance of these accounts with the correction note: its author explains, its approver approves, as the same
     * two people decided about the note. For controllers, while a correction is being applied to the close.
     *
     * @return those that are explained by it now
     * @throws IllegalStateException when no correction is being applied, or author and approver are one person
     */
    List<Variance> explain(long closeId, Set<String> accounts, Note note);

    /** What stands as the explanation, who wrote it, and who approved it. */
    record Note(String explanation, String author, String approver) {}
}
