package dev.tieout.rulechanges;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A submitted version on its way.
 *
 * @param version what is decided about, with the decision once there is one
 * @param step what it is at, or was at when it was decided
 * @param movedAt when something last happened to it
 * @param analysis what was found when it was submitted; null before
 * @param goldenCases how many golden cases were held against it then
 * @param trouble why it does not move, as a sentence; null while it does
 * @param processInstanceKey of the process that drives it; null before one does
 */
public record RuleChange(
        RuleTableVersion version,
        Step step,
        Instant movedAt,
        @Nullable RuleAnalysis analysis,
        @Nullable Integer goldenCases,
        @Nullable String trouble,
        @Nullable Long processInstanceKey) {

    /** The steps to a decision. */
    public enum Step {
        /** The product looks at rows and golden cases. */
        ANALYSIS,
        /** The product tries it on the published periods. */
        BACK_TEST,
        /** Another person decides. */
        DECISION
    }

    /** What an analysis comes to. */
    public enum Found {
        SOUND,
        /** Rows or golden cases stand against it: it was sent back. */
        UNSOUND,
        /** There is nothing left to decide. */
        DECIDED
    }

    public boolean isUndecided() {
        return version.state() == State.IN_REVIEW;
    }

    /** As tasks name it: {@code rule/movement-classification/3}. */
    public String subject() {
        return subject(version.pinned());
    }

    public static String subject(PinnedTable version) {
        return "rule/" + version.table() + "/" + version.version();
    }

    /** The version that a task's subject names; empty when it is about something else. */
    public static Optional<PinnedTable> version(@Nullable String subject) {
        var parts = subject == null ? new String[0] : subject.split("/");
        return parts.length == 3 && parts[0].equals("rule")
                ? Optional.of(new PinnedTable(parts[1], Integer.parseInt(parts[2])))
                : Optional.empty();
    }
}
