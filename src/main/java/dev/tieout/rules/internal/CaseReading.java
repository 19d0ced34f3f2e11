package dev.tieout.rules.internal;

import dev.tieout.rules.RuleAnalysis.BrokenCase;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases.CaseRefused;
import dev.tieout.rules.internal.Cell.Comparison;
import dev.tieout.rules.internal.Cell.OneOf;
import dev.tieout.rules.internal.Cell.Operator;
import dev.tieout.rules.internal.Cell.YesNo;
import dev.tieout.rules.internal.CellType.MalformedCell;
import dev.tieout.rules.internal.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands golden cases of one table and holds a version of it against them. */
final class CaseReading {

    private static final String CHANGE = "change";

    /** What the machine alone says, when no row takes a fact. */
    private static final Set<String> NOTHING = Set.of("UNCLASSIFIED", "UNKNOWN");

    private final TableSchema schema;
    private final Space space;

    CaseReading(TableSchema schema) {
        this.schema = schema;
        this.space = Space.of(schema);
    }

    /**
     * Refuses a case that says nothing that a table could be held against.
     *
     * @throws CaseRefused when a value is malformed or missing, or no fact can be so
     */
    void check(String name, Map<String, String> given, Map<String, String> expected) {
        if (name.isBlank() || FreeText.objectionTo(name).isPresent() || name.length() > 200) {
            throw new CaseRefused("Name the case in at most 200 characters, beginning with a word.");
        }
        var fact = fact(given);
        var box = Box.of(fact.stream().map(Ranges::just).toList());
        if (space.factIn(box).isEmpty()) {
            throw new CaseRefused("No account can be so: " + Witness.sentence(space, fact) + ".");
        }
        schema.columns().stream()
                .filter(column -> !column.asks())
                .forEach(column -> checkAnswer(column, expected.getOrDefault(column.label(), "")));
    }

    private static void checkAnswer(Column column, String text) {
        if (NOTHING.contains(text) || (text.isEmpty() && column.kind() == Kind.MARK)) {
            return;
        }
        try {
            column.type().parse(text);
        } catch (MalformedCell malformed) {
            throw new CaseRefused(
                    "What is expected for " + column.label() + " is “" + text + "”: " + malformed.reason() + ".");
        }
    }

    /** The case's fact, one value for each condition column. */
    List<Long> fact(Map<String, String> given) {
        var fact = new ArrayList<Long>();
        for (Column column : space.columns()) {
            fact.add(
                    column.label().equals(CHANGE) && !given.containsKey(CHANGE)
                            ? value("closing", given) - value("opening", given)
                            : value(column, given));
        }
        return fact;
    }

    private long value(String label, Map<String, String> given) {
        return space.columns().stream()
                .filter(column -> column.label().equals(label))
                .mapToLong(column -> value(column, given))
                .sum();
    }

    private static long value(Column column, Map<String, String> given) {
        String text = given.getOrDefault(column.label(), "").trim();
        try {
            return switch (column.type().parse(text)) {
                case YesNo answer -> answer.yes() ? 1 : 0;
                case Comparison comparison when comparison.operator() == Operator.EQUAL -> comparison.units();
                case OneOf words
                when words.words().size() == 1 ->
                    ((WordCells) column.type()).words().indexOf(words.words().getFirst());
                default -> throw new MalformedCell("one value stands here");
            };
        } catch (MalformedCell malformed) {
            throw new CaseRefused("Given for " + column.label() + " is “" + text + "”: " + malformed.reason() + ".");
        }
    }

    /** What comes out of the table otherwise than the case expects. */
    Optional<BrokenCase> broken(DecisionTable table, RuleCase held) {
        var row = winner(table, fact(held.given()));
        String expected = expected(held);
        String actual = row.map(this::answers).orElse("nothing, for no row takes it");
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(new BrokenCase(
                        held.name(),
                        expected,
                        actual,
                        row.map(DecisionTable.Row::number).orElse(0)));
    }

    private String expected(RuleCase held) {
        var said = new ArrayList<String>();
        for (Column column : schema.columns()) {
            String text = held.expected().getOrDefault(column.label(), "");
            said(column, text, said);
        }
        return held.expected().values().stream().anyMatch(NOTHING::contains)
                ? "nothing, for no row takes it"
                : String.join(", ", said);
    }

    private String answers(DecisionTable.Row row) {
        var said = new ArrayList<String>();
        for (int i = 0; i < schema.columns().size(); i++) {
            said(schema.columns().get(i), row.cells().get(i).text(), said);
        }
        return String.join(", ", said);
    }

    private static void said(Column column, String text, List<String> said) {
        if (column.kind() == Kind.ANSWER) {
            said.add(text);
        } else if (column.kind() == Kind.MARK && text.equals("yes")) {
            said.add("for " + column.label());
        }
    }

    /** The row that takes a fact. */
    Optional<DecisionTable.Row> winner(DecisionTable table, List<Long> fact) {
        return table.rows().stream().filter(row -> space.boxOf(row).holds(fact)).findFirst();
    }
}
