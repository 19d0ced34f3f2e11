package dev.tieout.rules.internal;

import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.rules.MovementFact;
import dev.tieout.terms.MovementClass;
import java.util.List;

/**
 * What no movement of a class can be. A close with such a movement publishes nothing, for opening and movements would not add up to
 * closing: so no row answers a class where it can be that. The same as {@code class_fits} in the database, but for a movement from nothing
 * to nothing, which no close has.
 */
final class Misfits {

    private static final Ranges NOTHING = Ranges.just(0);
    private static final Ranges SOMETHING = Ranges.of(1, CellValues.MOST);
    private static final Ranges FALLS = Ranges.of(-CellValues.MOST, -1);
    private static final Ranges FALLS_NOT = Ranges.of(0, CellValues.MOST);
    private static final Ranges RISES_NOT = Ranges.of(-CellValues.MOST, 0);

    private final Space space;
    private final int answer;

    private Misfits(Space space, int answer) {
        this.space = space;
        this.answer = answer;
    }

    static Misfits of(BoxedTable table) {
        var labels =
                table.table().schema().columns().stream().map(Column::label).toList();
        boolean classifies = table.table().schema().fact().equals(MovementFact.class);
        return new Misfits(table.space(), classifies ? labels.indexOf("class") : -1);
    }

    /**
     * Movements that a class cannot have.
     *
     * @param where in words, after “answers this class”
     */
    record Misfit(Box box, String where) {}

    /** What the row must not take, answering as it does. Nothing for a table that classifies nothing. */
    List<Misfit> of(DecisionTable.Row row) {
        return answer < 0
                ? List.of()
                : of(MovementClass.valueOf(row.cells().get(answer).text()));
    }

    List<Misfit> of(MovementClass answered) {
        return switch (answered) {
            case NEW, REACTIVATION ->
                List.of(
                        misfit("where there was revenue at open", "opening", SOMETHING),
                        misfit("where there is no revenue at close", "closing", NOTHING));
            case EXPANSION -> List.of(misfit("where the amount does not rise", "change", RISES_NOT), newAccount());
            case CONTRACTION -> List.of(misfit("where the amount does not fall", "change", FALLS_NOT));
            case CHURN ->
                List.of(
                        misfit("where there was no revenue at open", "opening", NOTHING),
                        misfit("where there still is revenue at close", "closing", SOMETHING));
            case RENEWAL ->
                List.of(
                        misfit("where the amount rises", "change", SOMETHING),
                        misfit("where the amount falls", "change", FALLS));
            case UNCLASSIFIED -> List.of();
        };
    }

    /** At line grain a new line of an account of the cohort expands it; an account that had nothing is new. */
    private Misfit newAccount() {
        var grain = space.columns().get(place("grain"));
        var account = Ranges.just(((WordCells) grain.type()).words().indexOf(Grain.ACCOUNT.name()));
        return new Misfit(
                with(with(space.whole(), "opening", NOTHING), "grain", account),
                "for an account without revenue at open");
    }

    private Misfit misfit(String where, String label, Ranges values) {
        return new Misfit(with(space.whole(), label, values), where);
    }

    private Box with(Box box, String label, Ranges values) {
        int place = place(label);
        return box.with(place, box.side(place).and(values));
    }

    private int place(String label) {
        return space.columns().stream().map(Column::label).toList().indexOf(label);
    }
}
