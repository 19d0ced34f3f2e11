package dev.tieout.rules.internal;

import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.ColumnGuide.Part;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each billing system's status words mean. A plain look-up table: the import joins it, no rule runs. */
record StatusCrosswalk(List<Entry> entries) implements KeptTable {

    static final String TITLE = "Status crosswalk";

    static final List<String> COLUMNS = List.of("billing_system", "status", "meaning", "comment");
    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern STATUS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _./()-]{0,59}");

    /** Absence is seen by Tieout and said by no file. */
    private static final WordCells MEANINGS = WordCells.one(AccountStatus.class, AccountStatus.ABSENT);

    StatusCrosswalk {
        entries = List.copyOf(entries);
    }

    /** What a person is told of its columns. */
    static List<ColumnGuide> guides() {
        return List.of(
                new ColumnGuide(
                        "billing_system",
                        Part.CONDITION,
                        "The billing system whose word it is; generic for files without one.",
                        "a short name of letters, digits and hyphens",
                        List.of(),
                        false),
                new ColumnGuide(
                        "status",
                        Part.CONDITION,
                        "The word as the billing system writes it; case does not matter.",
                        "at most 60 characters",
                        List.of(),
                        false),
                new ColumnGuide(
                        "meaning",
                        Part.ANSWER,
                        "What the word means here.",
                        MEANINGS.grammar(),
                        MEANINGS.words(),
                        false));
    }

    /** One word of one system. */
    record Entry(String billingSystem, String status, AccountStatus meaning, String comment) {}

    /**
     * The crosswalk in this text.
     *
     * @throws RuleTableRefused naming every fault
     */
    static StatusCrosswalk read(String csv) {
        var faults = new Faults(RuleTables.STATUS_CROSSWALK);
        var lines = faults.linesOf(csv);
        if (lines.isEmpty() || !lines.getFirst().equals(COLUMNS)) {
            faults.ofTable("the first line has to be " + String.join(",", COLUMNS));
            faults.refuseIfAny();
        }
        faults.checkLength(lines.size() - 1);
        faults.refuseIfAny();
        var entries = new ArrayList<Entry>();
        var words = new HashSet<String>();
        for (int row = 1; row < lines.size(); row++) {
            var entry = entry(row, lines.get(row), faults);
            if (!words.add(entry.billingSystem() + " " + entry.status())) {
                faults.add(row, "status", entry.status(), "this word of the system stands above already");
            }
            entries.add(entry);
        }
        faults.refuseIfAny();
        return new StatusCrosswalk(entries);
    }

    private static Entry entry(int row, List<String> line, Faults faults) {
        String system = at(line, 0).toLowerCase(Locale.ROOT);
        if (!SYSTEM.matcher(system).matches()) {
            faults.add(row, "billing_system", system, "write a short name of letters, digits and hyphens");
        }
        String status = at(line, 1).toLowerCase(Locale.ROOT);
        if (!STATUS.matcher(status).matches()) {
            faults.add(row, "status", status, "write the billing system's word, at most 60 characters");
        }
        if (line.size() > COLUMNS.size()) {
            faults.add(row, "", "", "there are cells beyond the last column");
        }
        String comment = at(line, 3);
        FreeText.objectionTo(comment).ifPresent(objection -> faults.add(row, "comment", comment, objection));
        return new Entry(system, status, meaning(row, at(line, 2), faults), comment);
    }

    private static AccountStatus meaning(int row, String text, Faults faults) {
        String word = text.toUpperCase(Locale.ROOT);
        if (!MEANINGS.words().contains(word)) {
            faults.add(row, "meaning", text, "write " + MEANINGS.grammar());
            return AccountStatus.ACTIVE;
        }
        return AccountStatus.valueOf(word);
    }

    private static String at(List<String> line, int column) {
        return column < line.size() ? line.get(column) : "";
    }

    /** Words of one system, lower case. */
    Map<String, AccountStatus> of(String billingSystem) {
        return entries.stream()
                .filter(entry -> entry.billingSystem().equals(billingSystem))
                .collect(Collectors.toUnmodifiableMap(Entry::status, Entry::meaning));
    }

    @Override
    public String name() {
        return RuleTables.STATUS_CROSSWALK;
    }

    @Override
    public String csv() {
        var lines = new ArrayList<List<String>>();
        lines.add(COLUMNS);
        entries.forEach(entry -> lines.add(cells(entry)));
        return TableText.print(lines);
    }

    @Override
    public List<String> columns() {
        return COLUMNS.subList(0, 3);
    }

    @Override
    public List<RuleTableContent.Row> described() {
        var rows = new ArrayList<RuleTableContent.Row>();
        for (Entry entry : entries) {
            String sentence = "“" + entry.status() + "” of " + entry.billingSystem() + " means "
                    + Phrase.plain(entry.meaning().name()) + ".";
            rows.add(new RuleTableContent.Row(
                    rows.size() + 1, entry.comment(), cells(entry).subList(0, 3), sentence));
        }
        return rows;
    }

    private static List<String> cells(Entry entry) {
        return List.of(entry.billingSystem(), entry.status(), entry.meaning().name(), entry.comment());
    }
}
