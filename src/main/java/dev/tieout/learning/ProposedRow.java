package dev.tieout.learning;

import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that would have said what people said.
 *
 * @param id names the proposal; another one when what it says or where it stands is another
 * @param placement where it would stand
 * @param row the row that decided these movements; 0 when none did
 * @param conditions every cell of the proposed row that asks something, by column: those of the row that decided, and what was learned
 * @param learned the columns that go beyond the row that decided: what the overridden movements share and what tells them apart
 * @param from what the table said
 * @param to what people said
 * @param review whether the row marks what it takes for review, as the row that decided did
 * @param unnecessary how many overrides the row would have spared
 * @param amount the changes of those movements together, without sign
 * @param overridden some of those movements, the largest first
 * @param others movements that nobody overrode and that the row would decide otherwise than they were decided
 * @param contradicted movements that it would take and that people gave yet another class or reason
 * @param objections what the analysis holds against the table with this row in it; empty when it could be submitted as it is
 */
public record ProposedRow(
        String id,
        Placement placement,
        int row,
        Map<String, String> conditions,
        List<String> learned,
        Answer from,
        Answer to,
        boolean review,
        long unnecessary,
        BigDecimal amount,
        List<Example> overridden,
        List<Others> others,
        long contradicted,
        List<String> objections) {

    public ProposedRow {
        learned = List.copyOf(learned);
        overridden = List.copyOf(overridden);
        others = List.copyOf(others);
        objections = List.copyOf(objections);
    }

    /** How many movements that nobody overrode it would decide otherwise. */
    public long alsoMoved() {
        return others.stream().mapToLong(Others::movements).sum();
    }

    /** Where a proposed row would stand. */
    public enum Placement {
        /** Before the row that decided, as its exception. */
        BEFORE,
        /** In the place of the row that decided: nothing that the table sees tells the overridden movements from its others. */
        INSTEAD,
        /** After the last row: none had taken them. */
        LAST
    }

    /** A class and a reason. */
    public record Answer(
            MovementClass movementClass, @Nullable Reason reason) {}

    /** A movement as an example, its change in the reporting currency with its sign. */
    public record Example(
            String account,
            String name,
            String line,
            BigDecimal change,
            @Nullable String person,
            @Nullable String comment) {}

    /**
     * Movements that would be decided otherwise together.
     *
     * @param amount their changes, without sign
     * @param examples the largest first
     */
    public record Others(Answer from, Answer to, long movements, BigDecimal amount, List<Example> examples) {

        public Others {
            examples = List.copyOf(examples);
        }

        /** The class stays and only the reason changes, so no figure does. */
        public boolean onlyReason() {
            return from.movementClass() == to.movementClass();
        }
    }
}
