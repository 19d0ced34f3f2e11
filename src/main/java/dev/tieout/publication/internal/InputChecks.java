package dev.tieout.publication.internal;

import static dev.tieout.terms.Said.counted;

import dev.tieout.policy.MetricPolicy;
import dev.tieout.publication.Gate.Check;
import dev.tieout.publication.Gate.Place;
import dev.tieout.publication.Gate.State;
import dev.tieout.publication.Gate.Topic;
import dev.tieout.publication.internal.GateFacts.Crosswalk;
import dev.tieout.publication.internal.GateFacts.Late;
import dev.tieout.publication.internal.GateFacts.OpeningCohort;
import dev.tieout.sources.Intake;
import dev.tieout.terms.Said;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The part of the publish gate about what the numbers are made from: policy, cohort and files. */
final class InputChecks {

    private static final int SHORT_HASH = 12;
    private static final String NOTHING_IN = "No file is in yet.";

    private InputChecks() {}

    static Check policy(MetricPolicy policy, SortedSet<Integer> used) {
        var version = "Version " + policy.version() + " of the metric policy";
        boolean approved = policy.approvedAt() != null
                && (policy.state() == MetricPolicy.State.APPROVED || policy.state() == MetricPolicy.State.RETIRED);
        if (!approved) {
            return check(Topic.POLICY, State.OPEN, version + " has not been approved.");
        }
        if (used.size() > 1) {
            var all = used.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return check(
                    Topic.POLICY,
                    State.OPEN,
                    "Versions " + all + " of the metric policy have made numbers of this close; only one may.");
        }
        return check(
                Topic.POLICY,
                State.PASSED,
                version + ", approved by " + policy.approvedBy() + ", makes every number of this close.");
    }

    static Check cohort(OpeningCohort cohort) {
        var frozen = cohort.frozen();
        if (frozen == null) {
            return check(Topic.COHORT, State.NOT_YET, "The opening cohort is not frozen yet.");
        }
        return frozen.equals(cohort.recomputed())
                ? check(
                        Topic.COHORT,
                        State.PASSED,
                        counted(cohort.accounts(), "account is", "accounts are") + " frozen; computed again, the hash "
                                + shortly(frozen) + " is the same.")
                : check(
                        Topic.COHORT,
                        State.OPEN,
                        "The opening lines are not those that were frozen: their hash was " + shortly(frozen)
                                + " and is " + shortly(cohort.recomputed()) + ".");
    }

    private static String shortly(String hash) {
        return hash.length() > SHORT_HASH ? hash.substring(0, SHORT_HASH) + "…" : hash;
    }

    static Check crosswalk(Crosswalk crosswalk, Intake.Counts intake) {
        var known = "version " + crosswalk.version() + " of the status crosswalk, which has "
                + counted(crosswalk.words(), "word", "words");
        if (intake.files() == 0) {
            return check(Topic.CROSSWALK, State.NOT_YET, NOTHING_IN);
        }
        if (intake.unknownWordsOpen() > 0) {
            return check(
                    Topic.CROSSWALK,
                    State.OPEN,
                    counted(intake.unknownWordsOpen(), "row has a status", "rows have a status") + " unknown to "
                            + known + ".");
        }
        return check(
                Topic.CROSSWALK,
                State.PASSED,
                intake.unknownWords() == 0
                        ? "Every status is known to " + known + "."
                        : counted(intake.unknownWords(), "row with a status", "rows with a status") + " unknown to "
                                + known + ", " + wasLeftOut(intake.unknownWords()) + ".");
    }

    private static String wasLeftOut(long rows) {
        return rows == 1 ? "was left out and acknowledged" : "were left out and acknowledged";
    }

    static Check mapping(Intake.Counts intake) {
        if (intake.files() == 0) {
            return check(Topic.MAPPING, State.NOT_YET, NOTHING_IN);
        }
        if (intake.unmappedOpen() > 0) {
            return check(
                    Topic.MAPPING,
                    State.OPEN,
                    counted(intake.unmappedOpen(), "row does", "rows do")
                            + " not fit the columns of the file, or the period and currencies of the close.");
        }
        var mapped = "Every column of " + counted(intake.files(), "file", "files") + " is mapped";
        return check(
                Topic.MAPPING,
                State.PASSED,
                intake.unmapped() == 0
                        ? mapped + ", and every row fits them."
                        : mapped + "; " + counted(intake.unmapped(), "row that did", "rows that did") + " not fit "
                                + wasLeftOut(intake.unmapped()) + ".");
    }

    static Check rows(Intake.Counts intake, List<String> exceptions) {
        if (intake.files() == 0) {
            return check(Topic.ROWS, State.NOT_YET, NOTHING_IN);
        }
        if (!intake.notAdding().isEmpty()) {
            return check(
                    Topic.ROWS,
                    State.OPEN,
                    "The receipt does not add up for "
                            + Said.listed(intake.notAdding(), intake.notAdding().size()) + ".");
        }
        if (!exceptions.isEmpty()) {
            long more = exceptions.size() - 1L;
            return check(
                    Topic.ROWS,
                    State.OPEN,
                    exceptions.getFirst()
                            + (more == 0 ? "" : " " + counted(more, "more exception", "more exceptions") + "."));
        }
        return check(Topic.ROWS, State.PASSED, account(intake));
    }

    /** An open accounting period's rows can still change, so that what is made of them cannot be final. */
    static Check accountingPeriods(Intake.Counts intake, List<String> openAccounting) {
        if (intake.files() == 0) {
            return check(Topic.ACCOUNTING_PERIODS, State.NOT_YET, NOTHING_IN);
        }
        return openAccounting.isEmpty()
                ? check(
                        Topic.ACCOUNTING_PERIODS,
                        State.PASSED,
                        "No row belongs to an accounting period that is still open.")
                : check(Topic.ACCOUNTING_PERIODS, State.OPEN, String.join(" ", openAccounting));
    }

    private static String account(Intake.Counts intake) {
        return counted(intake.rows(), "row", "rows") + " in " + counted(intake.files(), "file", "files") + ": "
                + counted(intake.accepted(), "accepted", "accepted") + ", "
                + counted(intake.duplicates(), "duplicate held back", "duplicates held back") + ", "
                + rejected(intake) + ", " + counted(intake.late(), "late", "late") + ". They add up.";
    }

    private static String rejected(Intake.Counts intake) {
        var rejected = counted(intake.rejected(), "rejected", "rejected");
        return intake.rejected() == 0
                ? rejected
                : rejected + " and acknowledged ("
                        + counted(intake.blanks(), "for a missing value", "for missing values") + ")";
    }

    static Check latePostings(Late late) {
        var counts = late.counts();
        if (!late.undecided().isEmpty()) {
            var notes = late.undecided().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return check(
                    Topic.LATE_POSTINGS,
                    State.OPEN,
                    counted(late.undecided().size(), "back-posting note is", "back-posting notes are")
                            + " not settled: " + notes + ".");
        }
        if (counts.late() == 0) {
            return check(Topic.LATE_POSTINGS, State.PASSED, "Nothing in the files was posted after the cutoff.");
        }
        return check(
                Topic.LATE_POSTINGS,
                State.PASSED,
                counted(counts.late(), "posting", "postings") + " after the cutoff: "
                        + counted(counts.backPosted(), "taken in by a note", "taken in by notes")
                        + ", the others go to the next period.");
    }

    private static Check check(Topic topic, State state, String sentence) {
        return switch (topic) {
            case POLICY -> new Check(topic, "One approved policy", state, sentence, Place.PROCESS);
            case COHORT -> new Check(topic, "Fixed opening cohort", state, sentence, Place.PROCESS);
            case CROSSWALK -> new Check(topic, "Crosswalk complete", state, sentence, Place.SOURCES);
            case MAPPING -> new Check(topic, "Every column and event mapped", state, sentence, Place.SOURCES);
            case ACCOUNTING_PERIODS -> new Check(topic, "Accounting periods closed", state, sentence, Place.SOURCES);
            case LATE_POSTINGS -> new Check(topic, "Late postings settled", state, sentence, Place.LATE_POSTINGS);
            default -> new Check(topic, "Duplicates and missing values checked", state, sentence, Place.SOURCES);
        };
    }
}
