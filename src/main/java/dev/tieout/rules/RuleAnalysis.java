package dev.tieout.rules;

import dev.tieout.rules.RuleTableRefused.Fault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a table before anyone decides by it. Exact over everything that a fact can be; a list that is cut short says so
 * in {@code complete}.
 *
 * @param errors malformed cells and rows; nothing else was looked at while there are any
 * @param neverTrue rows whose conditions no fact can ever meet
 * @param masked rows that never decide, because earlier rows take every fact that they would
 * @param conflicts rows that ask the same as an earlier row and answer otherwise
 * @param unfit rows that answer a class which some movement that they decide cannot have: a close with one would not add up
 * @param overlaps pairs of rows that both match some fact and answer it differently: the earlier wins
 * @param gaps facts that no row takes, each with a row that would close it
 * @param brokenCases golden cases that the table decides otherwise
 * @param complete whether the search came to its end within its bound
 * @param comparedWith the version that it was written from, which tells what is new; null when there is none
 */
public record RuleAnalysis(
        List<Fault> errors,
        List<Finding> neverTrue,
        List<Finding> masked,
        List<Finding> conflicts,
        List<Finding> unfit,
        List<Finding> overlaps,
        List<Gap> gaps,
        List<BrokenCase> brokenCases,
        boolean complete,
        @Nullable Integer comparedWith) {

    public RuleAnalysis {
        errors = List.copyOf(errors);
        neverTrue = List.copyOf(neverTrue);
        masked = List.copyOf(masked);
        conflicts = List.copyOf(conflicts);
        // What was kept of a version submitted earlier does not say.
        unfit = List.copyOf(Objects.requireNonNullElse(unfit, List.of()));
        overlaps = List.copyOf(overlaps);
        gaps = List.copyOf(gaps);
        brokenCases = List.copyOf(brokenCases);
    }

    /** Only that the table is not well formed. */
    public static RuleAnalysis malformed(List<Fault> errors) {
        return new RuleAnalysis(
                errors, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), true, null);
    }

    /** Whether nothing stands against submitting it. Overlaps and gaps are for people to judge. */
    public boolean isSubmittable() {
        return errors.isEmpty()
                && neverTrue.isEmpty()
                && masked.isEmpty()
                && conflicts.isEmpty()
                && unfit.isEmpty()
                && brokenCases.isEmpty();
    }

    /**
     * Something about one row.
     *
     * @param row its position from 1
     * @param by the earlier rows that matter, in their order; empty when none does
     * @param sentence what is the matter, in words
     * @param witness a fact that shows it, by column; empty when there cannot be one
     * @param introduced whether it came with what was changed since the version that the table was written from
     */
    public record Finding(
            int row, List<Integer> by, String sentence, Map<String, String> witness, boolean introduced) {}

    /**
     * Facts that no row takes.
     *
     * @param witness one of them, by column
     * @param proposed the conditions of a row that takes them, by column; its answer is a person's to say
     * @param introduced whether some row took of it before the last changes
     */
    public record Gap(String sentence, Map<String, String> witness, Map<String, String> proposed, boolean introduced) {}

    /**
     * A golden case that comes out otherwise.
     *
     * @param row the row that decides it now; 0 when none does
     * @param introduced whether the version that the table was written from holds it
     */
    public record BrokenCase(String name, String expected, String actual, int row, boolean introduced) {

        /** The same, brought by the last changes or not. */
        public BrokenCase introduced(boolean is) {
            return new BrokenCase(name, expected, actual, row, is);
        }
    }
}
