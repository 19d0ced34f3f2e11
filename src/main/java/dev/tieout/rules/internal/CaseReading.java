package dev.tieout.rules.internal;

import dev.tieout.rules.RuleAnalysis.BrokenCase;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases.CaseRefused;
import dev.tieout.rules.RuleCases.TriedCase;
import dev.tieout.rules.internal.Cell.Comparison;
import dev.tieout.rules.internal.Cell.OneOf;
import dev.tieout.rules.internal.Cell.Operator;
import dev.tieout.rules.internal.Cell.YesNo;
import dev.tieout.rules.internal.CellType.MalformedCell;
import dev.tieout.rules.internal.Column.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Understands golden cases of one table and holds a version of it against them. */
final class CaseReading {

    private static final String CHANGE = "change";

    /** What the machine alone says, when no row takes a fact. */
    private static final Set<String> NOTHING = Set.of("UNCLASSIFIED", "UNKNOWN");

    private static final String ROW = "row";
    private static final String NO_ROW = "nothing, for no row takes it";

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
                .forEach(column -> checkAnswer(
                        column, expected.getOrDefault(column.label(), "").trim()));
        checkRow(expected.getOrDefault(ROW, "").trim());
    }

    /** The labels of what a case expects; the row's number is the last. */
    static List<String> answers(TableSchema schema) {
        return Stream.concat(
                        schema.columns().stream()
                                .filter(column -> !column.asks())
                                .map(Column::label),
                        Stream.of(ROW))
                .toList();
    }

    /**
     * A case in canonical writing: values as people read them, words as the table writes them, and nothing where nothing is asked.
     *
     * @throws CaseRefused as {@link #check}
     */
    CaseFile.Line canonical(String name, Map<String, String> given, Map<String, String> expected) {
        check(name, given, expected);
        var facts = new LinkedHashMap<>(Witness.words(space, fact(given)));
        if (!given.containsKey(CHANGE)) {
            facts.remove(CHANGE);
        }
        var answers = new LinkedHashMap<String, String>();
        for (Column column : schema.columns()) {
            if (!column.asks()) {
                answers.put(
                        column.label(),
                        expected.getOrDefault(column.label(), "").trim().toUpperCase(Locale.ROOT));
            }
        }
        schema.columns().stream()
                .filter(column -> column.kind() == Kind.MARK)
                .forEach(mark -> answers.put(
                        mark.label(), answers.getOrDefault(mark.label(), "").equals("YES") ? "yes" : "no"));
        String row = expected.getOrDefault(ROW, "").trim();
        if (!row.isEmpty() && !row.equals("0")) {
            answers.put(ROW, row);
        }
        return new CaseFile.Line(name.trim(), facts, answers);
    }

    private static void checkRow(String text) {
        if (!text.isEmpty() && !text.matches("\\d{1,4}")) {
            throw new CaseRefused("What is expected for row is “" + text + "”: write a row's number, or nothing.");
        }
    }

    private static void checkAnswer(Column column, String text) {
        if (NOTHING.contains(text.toUpperCase(Locale.ROOT)) || (text.isEmpty() && column.kind() == Kind.MARK)) {
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
    Optional<BrokenCase> broken(BoxedTable table, RuleCase held) {
        var tried = tried(table, held);
        return tried.holds()
                ? Optional.empty()
                : Optional.of(new BrokenCase(held.name(), tried.expected(), tried.actual(), tried.row(), false));
    }

    /** What the table makes of the case. */
    TriedCase tried(BoxedTable table, RuleCase held) {
        int row = table.winner(fact(held.given()));
        String asked = held.expected().getOrDefault(ROW, "");
        String actual = row == 0 ? NO_ROW : table.answer(row);
        return new TriedCase(
                held,
                row,
                expected(held) + (asked.isEmpty() ? "" : ", by row " + asked),
                actual + (asked.isEmpty() || row == 0 ? "" : ", by row " + row));
    }

    private String expected(RuleCase held) {
        var said = new ArrayList<String>();
        for (Column column : schema.columns()) {
            String text = held.expected().getOrDefault(column.label(), "");
            said(column, text, said);
        }
        return held.expected().values().stream().anyMatch(NOTHING::contains) ? NO_ROW : String.join(", ", said);
    }

    private static void said(Column column, String text, List<String> said) {
        if (column.kind() == Kind.ANSWER) {
            said.add(text);
        } else if (column.kind() == Kind.MARK && text.equals("yes")) {
            said.add("for " + column.label());
        }
    }
}
