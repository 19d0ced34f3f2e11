package dev.tieout.learning.internal;

import dev.tieout.learning.ProposedRow.Placement;
import dev.tieout.terms.MovementClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The row that a group proposes: what the row that decided asks, and beyond it only what tells the group from movements that nobody
 * overrode. So it is an exception of that row and takes nothing that another row decided.
 *
 * @param beyond what it asks of a movement that the row decided
 * @param cells what it asks, by column
 * @param learned the columns in which it asks more than the row that decided
 */
record LearnedRow(
        Group group, Conditions beyond, Placement placement, Map<String, String> cells, List<String> learned) {

    /** Columns in the order in which they are given up when they tell nobody apart, the least telling first. */
    private static final List<String> LEAST_TELLING_FIRST = List.of(
            "opening",
            "closing",
            "change",
            "account was active",
            "account stays",
            "within window",
            "ever active",
            "lines added",
            "lines lost",
            "products added",
            "products lost",
            "quantity change",
            "discount change",
            Traits.STATUS);

    /** @param decided what the row that decided asks, by column; empty when none did */
    static LearnedRow of(Group group, Map<String, String> decided) {
        var shared = narrower(Conditions.sharedBy(group.same()), decided);
        var separating = group.others().isEmpty() ? shared.telling() : separating(group, shared);
        var cells = new LinkedHashMap<String, String>();
        decided.forEach((label, cell) -> {
            if (!cell.isEmpty()) {
                cells.put(label, cell);
            }
        });
        separating.labels().forEach(label -> cells.put(label, separating.cell(label)));
        var borne = borneBy(group.to().movementClass(), cells);
        borne.forEach(cells::putIfAbsent);
        var learned = Traits.LABELS.stream()
                .filter(label -> !Objects.equals(cells.getOrDefault(label, ""), decided.getOrDefault(label, "")))
                .toList();
        return new LearnedRow(group, separating.and(borne), placement(group, learned), inOrder(cells), learned);
    }

    /** The movements among these that it would take. */
    List<Observation> taking(List<Observation> some) {
        return some.stream().filter(one -> beyond.hold(one.traits())).toList();
    }

    private static Placement placement(Group group, List<String> learned) {
        if (group.row() == 0) {
            return Placement.LAST;
        }
        return learned.isEmpty() ? Placement.INSTEAD : Placement.BEFORE;
    }

    /** What is shared where the row that decided asks nothing; of a list of words, fewer than it lists. */
    private static Conditions narrower(Conditions shared, Map<String, String> decided) {
        var left = shared;
        for (String label : shared.labels()) {
            String cell = decided.getOrDefault(label, "");
            boolean narrows = label.equals(Traits.STATUS) ? !cell.equals(shared.cell(label)) : cell.isEmpty();
            if (!narrows) {
                left = left.without(label);
            }
        }
        return left;
    }

    /** As few as take in no more others than all of them do. */
    private static Conditions separating(Group group, Conditions shared) {
        long unavoidable = group.taken(shared);
        var left = shared;
        for (String label : LEAST_TELLING_FIRST) {
            var fewer = left.without(label);
            if (group.taken(fewer) == unavoidable) {
                left = fewer;
            }
        }
        return left;
    }

    /** What a movement has to be to bear the class, where the cells do not say so yet. */
    private static Map<String, String> borneBy(MovementClass to, Map<String, String> cells) {
        boolean toNothing =
                Traits.NOTHING.equals(cells.get("closing")) && Traits.SOMETHING.equals(cells.get("opening"));
        boolean fromNothing =
                Traits.NOTHING.equals(cells.get("opening")) && Traits.SOMETHING.equals(cells.get("closing"));
        return switch (to) {
            case NEW, REACTIVATION -> Map.of("opening", Traits.NOTHING, "closing", Traits.SOMETHING);
            case EXPANSION -> fromNothing ? Map.of() : Map.of("change", Traits.SOMETHING);
            case CONTRACTION -> toNothing ? Map.of() : Map.of("change", "< 0");
            case CHURN -> Map.of("opening", Traits.SOMETHING, "closing", Traits.NOTHING);
            case RENEWAL -> Map.of("opening", Traits.SOMETHING, "change", Traits.NOTHING);
            case UNCLASSIFIED -> Map.of();
        };
    }

    private static Map<String, String> inOrder(Map<String, String> cells) {
        var ordered = new LinkedHashMap<String, String>();
        Traits.LABELS.forEach(label -> {
            var cell = cells.get(label);
            if (cell != null) {
                ordered.put(label, cell);
            }
        });
        cells.forEach(ordered::putIfAbsent);
        return ordered;
    }
}
