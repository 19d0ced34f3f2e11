package dev.tieout.rules;

import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The golden cases of the organisation's tables: those that the product ships, and its own, which replace shipped ones by name. */
public interface RuleCases {

    /** All cases of a decision table, the shipped ones first. A table without rules that answer has none. */
    List<RuleCase> of(String table);

    /**
     * What a version makes of every case, active or not, in the order of {@link #of}.
     *
     * @throws RuleTableRefused when the version is a draft with a malformed cell
     */
    List<TriedCase> tried(PinnedTable pinned);

    /** What a case says: a guide for each thing given, then for each thing expected. */
    List<ColumnGuide> form(String table);

    /** All cases as a file, in the form of the shipped {@code *.cases.csv}. */
    String csv(String table);

    /**
     * Adds the cases of such a file that are new, and changes those that say something else than the present one of their name; a case
     * that the file does not name stays, and one that was left out stays left out. For analysts and approvers, as {@link #keep}.
     *
     * @param file at most {@link RuleDrafts#LARGEST_FILE} bytes, CSV or XLSX
     * @return those that were new or changed
     * @throws CaseRefused naming the first case that says nothing that a table could be held against; nothing is kept then
     * @throws CaseStands naming those that only an approver changes; nothing is kept then
     * @throws WritesInTheTable as {@link #keep}
     */
    List<RuleCase> receive(String table, byte[] file);

    /**
     * A case under one version.
     *
     * @param row the row that decides it; 0 when none does
     * @param expected what the case asks for, in words
     * @param actual what the version answers, in the same words
     */
    record TriedCase(RuleCase held, int row, String expected, String actual) {

        /** Whether the version answers as the case expects. */
        public boolean holds() {
            return expected.equals(actual);
        }
    }

    /**
     * Keeps a case. For analysts and approvers when it is new; when there is one of that name, shipped or not, it is changed, which is
     * for approvers. Whether it is held stays as it was.
     *
     * @throws CaseRefused when a value is malformed or missing, or no fact can be so
     * @throws CaseStands when it would change one and the person is no approver
     * @throws WritesInTheTable when it would change one and the person writes in a version of the table that is not decided
     */
    RuleCase keep(String table, String name, Map<String, String> given, Map<String, String> expected);

    /**
     * Leaves a case out, or takes it in again. For approvers: a case that stands in the way of a version is not its author's to remove.
     *
     * @throws WritesInTheTable as {@link #keep}
     */
    RuleCase activate(String table, String name, boolean active);

    /** The case says nothing that a table could be held against. */
    final class CaseRefused extends Refusal {
        public CaseRefused(String sentence) {
            super(Kind.INVALID, "rule-case-refused", sentence);
        }
    }

    /** Cases that stand say something else, and the person is no approver. */
    final class CaseStands extends Refusal {

        private static final int SHOWN = 5;

        public CaseStands(List<String> names) {
            super(Kind.FORBIDDEN, "rule-case-stands", sentence(names));
        }

        private static String sentence(List<String> names) {
            String quoted =
                    names.stream().limit(SHOWN).map(name -> "“" + name + "”").collect(Collectors.joining(", "));
            String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
            return (names.size() == 1
                            ? "The golden case " + quoted + " stands"
                            : "Golden cases stand: " + quoted + more)
                    + " and would be changed. An approver changes a golden case, for it may be what holds a version"
                    + " back; an analyst adds cases under names of their own.";
        }
    }

    /** An approver who writes in the table too does not change what their own version is held against. */
    final class WritesInTheTable extends Refusal {
        public WritesInTheTable(int version) {
            super(
                    Kind.FORBIDDEN,
                    "separation-of-duties",
                    "You wrote in version " + version
                            + " of this table, which is not decided yet. Another approver changes the"
                            + " golden cases that it is held against.");
        }
    }

    /** There is no case of that name. */
    final class NoSuchCase extends Refusal {
        public NoSuchCase(String table, String name) {
            super(
                    Kind.MISSING,
                    "no-such-rule-case",
                    "There is no golden case “" + name + "” of the table “" + table + "”.");
        }
    }
}
