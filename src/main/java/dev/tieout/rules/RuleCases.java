package dev.tieout.rules;

import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Map;

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
     * Keeps every case of such a file that says something else than the present one of its name; a case that the file does not name
     * stays. For analysts.
     *
     * @param file at most {@link RuleDrafts#LARGEST_FILE} bytes, CSV or XLSX
     * @return those that were kept
     * @throws CaseRefused naming the first case that says nothing that a table could be held against; nothing is kept then
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
     * Keeps a case, new or in the place of the one of that name. For analysts.
     *
     * @throws CaseRefused when a value is malformed or missing, or no fact can be so
     */
    RuleCase keep(String table, String name, Map<String, String> given, Map<String, String> expected);

    /** Leaves a case out, or takes it in again. For approvers: a case that stands in the way of a version is not its author's to remove. */
    RuleCase activate(String table, String name, boolean active);

    /** The case says nothing that a table could be held against. */
    final class CaseRefused extends Refusal {
        public CaseRefused(String sentence) {
            super(Kind.INVALID, "rule-case-refused", sentence);
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
