package dev.tieout.publication;

import dev.tieout.publication.Publication.Status;
import dev.tieout.reconciliation.OpenVariance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What has to hold before a period's report is final, checked at this moment. Nobody opens the gate by hand: each check passes or not by
 * what is kept, and a report is final only when all of them pass.
 *
 * @param revision the close's revision that was looked at
 * @param currency of {@code open}
 * @param checks every one, in the order of the process
 * @param open what is open and what it could move NRR and GRR to
 */
public record Gate(String period, long revision, String currency, List<Check> checks, OpenVariance open) {

    /** Without these nothing goes out, not even provisionally. */
    private static final Set<Topic> NEEDED_FOR_ANYTHING =
            Set.of(Topic.COHORT, Topic.INVARIANTS, Topic.CLASSIFICATION_SIGN_OFF);

    /** A restated version has its correction's approval in place of these, and its own task among the open ones. */
    private static final Set<Topic> STOOD_IN_FOR =
            Set.of(Topic.OWNERS, Topic.CLASSIFICATION_SIGN_OFF, Topic.PUBLICATION_SIGN_OFF);

    public Gate {
        checks = List.copyOf(checks);
    }

    /** What a check is about; its slug is stable. */
    public enum Topic {
        POLICY,
        COHORT,
        CROSSWALK,
        MAPPING,
        ROWS,
        /** Rows of an accounting period that its ledger has not closed can still change. */
        ACCOUNTING_PERIODS,
        /** A note about late postings that nobody has decided. */
        LATE_POSTINGS,
        CLASSES,
        OVERRIDES,
        INVARIANTS,
        TIE_OUT,
        OWNERS,
        CLASSIFICATION_SIGN_OFF,
        PUBLICATION_SIGN_OFF;

        /** As the API writes it: {@code tie-out}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a check stands. */
    public enum State {
        PASSED,
        /** Somebody has to do something. */
        OPEN,
        /** The process has not come that far. */
        NOT_YET
    }

    /** Where a person sees to it. */
    public enum Place {
        SOURCES,
        LATE_POSTINGS,
        MOVEMENTS,
        FIGURES,
        TIE_OUT,
        PROCESS,
        TASKS,
        RULES
    }

    /**
     * One line of the checklist.
     *
     * @param sentence what was found, with the counts
     */
    public record Check(Topic topic, String title, State state, String sentence, Place place) {

        public boolean passed() {
            return state == State.PASSED;
        }
    }

    /** Every check passes. */
    public boolean isClear() {
        return checks.stream().allMatch(Check::passed);
    }

    /** The checks that keep a version of that status from going out. */
    public List<Check> standingInTheWayOf(Status status) {
        return checks.stream()
                .filter(check -> !check.passed())
                .filter(check -> isNeeded(check.topic(), status))
                .toList();
    }

    private static boolean isNeeded(Topic topic, Status status) {
        return switch (status) {
            case PROVISIONAL -> NEEDED_FOR_ANYTHING.contains(topic);
            case FINAL -> true;
            case RESTATED -> !STOOD_IN_FOR.contains(topic);
        };
    }

    /** What a version published now could be quoted as; empty when none may go out. */
    public Optional<Status> attainable() {
        if (isClear()) {
            return Optional.of(Status.FINAL);
        }
        return standingInTheWayOf(Status.PROVISIONAL).isEmpty() ? Optional.of(Status.PROVISIONAL) : Optional.empty();
    }
}
