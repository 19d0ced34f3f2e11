package dev.tieout.learning;

import dev.tieout.rules.RuleTableVersion;
import dev.tieout.terms.Refusal;

/** Proposes rows from the overrides of a close. */
public interface OverrideLearning {

    /** Movements of a close that are read while a person waits. */
    long MOST_MOVEMENTS = 250_000;

    /** Proposals that are worked out in full. */
    int MOST_ROWS = 20;

    /**
     * Groups the overrides of a close by what the movements have in common and proposes a row for each group.
     *
     * @throws TooManyMovements when the close has more than {@link #MOST_MOVEMENTS}
     */
    Learned of(long closeId);

    /**
     * Puts a proposed row into a draft of the newest approved version of the table. Asked again, it is the same draft as long as it is
     * one. For analysts.
     *
     * @throws ProposalGone when the overrides no longer say so
     * @throws RowChanged when the newest approved version has no such row to put it beside
     */
    RuleTableVersion takeIntoDraft(long closeId, String proposal);

    /** The close is too large to be read while a person waits. */
    final class TooManyMovements extends Refusal {
        public TooManyMovements(long movements) {
            super(
                    Kind.CONFLICT,
                    "too-many-movements",
                    "The close has " + movements + " movements; rows are proposed for closes of up to " + MOST_MOVEMENTS
                            + ".");
        }
    }

    /** No group of overrides makes that proposal now. */
    final class ProposalGone extends Refusal {
        public ProposalGone() {
            super(
                    Kind.CONFLICT,
                    "proposal-gone",
                    "The overrides have changed since this row was proposed. Look at the proposals again.");
        }
    }

    /** The table has moved on. */
    final class RowChanged extends Refusal {
        public RowChanged(int row, int version) {
            super(
                    Kind.CONFLICT,
                    "row-changed",
                    "Version " + version + " of the table is the newest approved one and has no row like row " + row
                            + " of the version that the close was classified by. Write the row by hand.");
        }
    }
}
