package dev.tieout.rulechanges;

import dev.tieout.rulechanges.RuleChange.Found;
import dev.tieout.rules.PinnedTable;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The submitted versions of the organisation's rule tables, from submission to decision. The process drives the steps. */
public interface RuleChanges {

    /** Where a version stands; empty for drafts and for what was never submitted. */
    Optional<RuleChange> find(PinnedTable version);

    /** Those that nobody has decided yet, oldest first. */
    List<RuleChange> undecided();

    /** Looks at the rows as they were submitted, with the golden cases as they are now; sends a version back that no longer holds. */
    Found analyse(PinnedTable version);

    /** It has been tried on the published periods. */
    void backTested(PinnedTable version);

    /** A person is asked now. */
    void waits(PinnedTable version);

    /** A process drives it. */
    void drivenBy(PinnedTable version, long processInstance);

    /** It does not move, and people are to read why. */
    void troubled(PinnedTable version, String sentence);

    /**
     * Sends a version on its way anew, whose process was lost. For analysts, approvers and administrators.
     *
     * @throws RuleChangeRefused when it moves, waits for a person or is decided
     */
    RuleChange restart(PinnedTable version);

    /**
     * Decides by ending the task that waits for it, under all the rules of that task.
     *
     * @throws RuleChangeRefused when no task waits for a decision
     */
    Task decide(PinnedTable version, Decision decision, @Nullable String comment);

    /** The version's step does not allow this. */
    final class RuleChangeRefused extends Refusal {
        public RuleChangeRefused(String type, String sentence) {
            super(Kind.CONFLICT, type, sentence);
        }
    }

    /** The version was never submitted. */
    final class NeverSubmitted extends Refusal {
        public NeverSubmitted(PinnedTable version) {
            super(
                    Kind.MISSING,
                    "never-submitted",
                    "Version " + version.version() + " of the table “" + version.table() + "” was never submitted.");
        }
    }
}
