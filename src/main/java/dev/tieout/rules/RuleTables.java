package dev.tieout.rules;

import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Map;

/** The organisation's decision tables, for the modules that ask them. Everything here is of the present actor's organisation. */
public interface RuleTables {

    String MOVEMENT_CLASSIFICATION = "movement-classification";
    String VARIANCE_CAUSE = "variance-cause";
    String STATUS_CROSSWALK = "status-crosswalk";

    /** Facts in one call at most; a shard is handed over in batches of up to this size. */
    int BATCH_LIMIT = 10_000;

    /**
     * Decides a batch of movements, one decision for each fact in the batch's order. The first matching row wins; a fact that no row
     * takes is UNCLASSIFIED with row 0. The same version and fact always give the same decision.
     *
     * @param batch at most {@link #BATCH_LIMIT} facts with distinct ids
     * @throws NoSuchRuleTable when the organisation has no such version
     */
    List<MovementDecision> classify(PinnedTable pinned, List<MovementFact> batch);

    /** Suggests a cause for each variance; the same promises as {@link #classify}. */
    List<VarianceDecision> suggestCauses(PinnedTable pinned, List<VarianceFact> batch);

    /**
     * What the words of one billing system mean. Keys are lower case and trimmed, so join on {@code lower(trim(status))}; a word that
     * is not among them is unknown. A system without rows of its own has no words: use {@code generic}.
     */
    Map<String, AccountStatus> crosswalk(PinnedTable pinned, String billingSystem);

    /** For each table the approved version that a close of this period pins: the latest whose effective-from period has come. */
    Map<String, Integer> approvedFor(Period period);

    /**
     * The same for a close that is opened in the caller's transaction: until that has ended nobody approves a version. So a close has a
     * version that was approved before, and who approves one afterwards sees that its period has been opened.
     */
    Map<String, Integer> pin(Period period);

    /** Every version of every table but discarded drafts: tables by name, the newest version first. */
    List<RuleTableVersion> versions();

    /**
     * One version with its rows.
     *
     * @throws NoSuchRuleTable when the organisation has no such version
     */
    RuleTableContent content(PinnedTable pinned);

    /** How a version of the movement table comes to its decision about a fact, row by row and cell by cell. */
    Explanation explain(PinnedTable pinned, MovementFact fact);

    /** The same as an XLSX workbook: the labels in its first row, the data below; {@link RuleDrafts#receive} takes it back. */
    byte[] workbook(PinnedTable pinned);

    /**
     * The same as a DMN 1.3 document with hit policy FIRST, to open in a modeler or run elsewhere. Never read back.
     *
     * @throws NoDecisionTable when the version is of a table that only looks words up
     * @throws RuleTableRefused when it is a draft with a malformed cell
     */
    String dmn(PinnedTable pinned);

    /** A table that looks words up has no rows that decide. */
    final class NoDecisionTable extends Refusal {
        public NoDecisionTable(String title) {
            super(
                    Kind.INVALID,
                    "no-decision-table",
                    "“" + title + "” looks words up and decides nothing: it has no DMN.");
        }
    }
}
