package dev.tieout.rules.internal;

import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases.CaseRefused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Golden cases as a file in the form of the shipped ones: one column for each thing that is given, then what is expected. */
final class CaseFile {

    static final String NAME = "case";

    private final CaseReading reading;
    private final List<String> labels;
    private final List<String> answers;

    CaseFile(TableSchema schema) {
        reading = new CaseReading(schema);
        labels = ShippedCases.labels(schema);
        answers = CaseReading.answers(schema);
    }

    /** A case as a file says it. */
    record Line(String name, Map<String, String> given, Map<String, String> expected) {

        boolean says(RuleCase other) {
            return given.equals(other.given()) && expected.equals(other.expected());
        }
    }

    String of(List<RuleCase> cases) {
        var lines = new ArrayList<List<String>>();
        lines.add(labels);
        cases.forEach(
                one -> lines.add(labels.stream().map(label -> text(one, label)).toList()));
        return TableText.print(lines);
    }

    private String text(RuleCase one, String label) {
        if (label.equals(NAME)) {
            return one.name();
        }
        return (answers.contains(label) ? one.expected() : one.given()).getOrDefault(label, "");
    }

    /**
     * The cases in lines whose first one holds the labels, in any order.
     *
     * @throws CaseRefused naming the first line that is wrong
     */
    List<Line> read(List<List<String>> lines) {
        var found = lines.isEmpty() ? List.<String>of() : lines.getFirst();
        if (!found.contains(NAME) || !labels.containsAll(found)) {
            throw new CaseRefused("The first line has to hold the columns " + String.join(", ", labels) + ".");
        }
        if (lines.size() > Faults.LONGEST_TABLE + 1) {
            throw new CaseRefused("A file has at most " + Faults.LONGEST_TABLE + " cases.");
        }
        var read = lines.subList(1, lines.size()).stream()
                .map(line -> line(found, line))
                .toList();
        refuseTwice(read);
        return read;
    }

    private static void refuseTwice(List<Line> lines) {
        var names = new HashSet<String>();
        lines.stream()
                .map(Line::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw new CaseRefused(
                            "“" + twice + "” stands in the file twice. Give each case a name of its own.");
                });
    }

    private Line line(List<String> labels, List<String> cells) {
        var given = new LinkedHashMap<String, String>();
        var expected = new LinkedHashMap<String, String>();
        String name = "";
        for (int i = 0; i < labels.size(); i++) {
            String text = i < cells.size() ? cells.get(i) : "";
            if (labels.get(i).equals(NAME)) {
                name = text;
            } else {
                (answers.contains(labels.get(i)) ? expected : given).put(labels.get(i), text);
            }
        }
        try {
            return reading.canonical(name, given, expected);
        } catch (CaseRefused refused) {
            throw new CaseRefused("“" + name + "”: " + refused.sentence());
        }
    }
}
