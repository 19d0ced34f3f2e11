package dev.tieout.learning;

import dev.tieout.rules.RuleTableVersion;
import dev.tieout.terms.Refusal;
import java.util.List;

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
     * What the published periods would have come out as by the table that {@link #takeIntoDraft} would write, oldest first; people's
     * decisions stand as they were published. Nothing is kept. The draft's own back-test says the same.
     *
     * @throws ProposalGone when the overrides no longer say so
     * @throws RowChanged when the newest approved version has no such row to put it beside
     * @throws TooManyPublished when the periods have more than {@link #MOST_MOVEMENTS} movements together
     */
    List<TriedPeriod> backTest(long closeId, String proposal);

    /**
     * Puts a proposed row into a draft of the newest approved version of the table. Asked again, it is the same draft as long as it is
     * one and has that row. For analysts.
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

    /** The published periods are too large to be decided again while a person waits. */
    final class TooManyPublished extends Refusal {
        public TooManyPublished(long movements) {
            super(
                    Kind.CONFLICT,
                    "too-many-movements",
                    "The published periods have " + movements
                            + " movements together, too many to decide again while you"
                            + " wait. Take the row into a draft: its back-test runs in the background.");
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
