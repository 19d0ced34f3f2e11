package dev.tieout.corrections.internal;

import dev.tieout.closing.Close;
import dev.tieout.corrections.Change;
import dev.tieout.corrections.ChangesRefused;
import dev.tieout.corrections.ChangesRefused.Fault;
import dev.tieout.corrections.Corrections.Draft;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.Policies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a note can be about the close as it stands. Every fault is named, each with the change that it is in. */
@Component
class NoteChecks {

    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_CLAUSE = 200;

    private final Standing standing;
    private final Policies policies;

    NoteChecks(Standing standing, Policies policies) {
        this.standing = standing;
        this.policies = policies;
    }

    /** @param previous the period before, when there is one */
    void refuseFaulty(Close close, @Nullable Close previous, Draft draft) {
        var faults = new ArrayList<Fault>();
        words(draft, faults);
        if (draft.changes().isEmpty()) {
            faults.add(Fault.ofNote("A correction changes something."));
        }
        var choices = policies.version(close.policyVersion()).choices();
        var brought = accountsBrought(draft.changes());
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < draft.changes().size(); at++) {
            var change = draft.changes().get(at);
            int number = at + 1;
            if (!seen.add(change.key())) {
                faults.add(Fault.ofChange(number, "another change of the note is about the same already."));
            }
            fault(new Checked(close, previous, choices, brought), change)
                    .ifPresent(fault -> faults.add(Fault.ofChange(number, fault)));
        }
        if (!faults.isEmpty()) {
            throw new ChangesRefused(faults);
        }
    }

    private static void words(Draft draft, List<Fault> faults) {
        if (draft.comment().isBlank()) {
            faults.add(Fault.ofNote("Say in a comment why the close is corrected."));
        } else if (draft.comment().length() > LONGEST_COMMENT) {
            faults.add(Fault.ofNote("The comment is longer than " + LONGEST_COMMENT + " characters."));
        }
        var clause = draft.policyClause();
        if (clause != null && clause.length() > LONGEST_CLAUSE) {
            faults.add(Fault.ofNote("The policy clause is longer than " + LONGEST_CLAUSE + " characters."));
        }
        if ((draft.comment() + clause).chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            faults.add(Fault.ofNote("Comment and policy clause hold no control characters."));
        }
    }

    /** Accounts of which the note says an amount itself: they need not be in the close yet. */
    private static Set<String> accountsBrought(List<Change> changes) {
        return changes.stream()
                .filter(change -> change instanceof Change.BilledLine || change instanceof Change.OpeningLine)
                .map(Change::account)
                .collect(Collectors.toSet());
    }

    /** What the changes of one note are checked against. */
    private record Checked(Close close, @Nullable Close previous, Choices choices, Set<String> brought) {}

    private Optional<String> fault(Checked checked, Change change) {
        return switch (change) {
            case Change.BilledLine billed -> rate(checked, billed.line().currency());
            case Change.OpeningLine opening ->
                checked.close().firstPeriod()
                        ? rate(checked, opening.line().currency())
                        : Optional.of(opensWith(checked.close(), checked.previous()));
            case Change.Reclassification(var account, var line, var to, var reason) ->
                reclassification(checked, account, line);
            case Change.Exclude(var account, var reason) -> exclusion(checked, account);
            case Change.Include(var account, var reason) ->
                standing.exclusion(checked.close().key(), account).isPresent()
                        ? Optional.empty()
                        : Optional.of("“" + account + "” is not excluded.");
            case Change.LedgerPosting posting -> posting(checked.close(), posting);
        };
    }

    private static String opensWith(Close close, @Nullable Close previous) {
        return previous == null
                ? close.period() + " is not the organisation's first period."
                : close.period() + " opens with what " + previous.period() + " closed with; correct "
                        + previous.period() + ".";
    }

    private Optional<String> rate(Checked checked, String currency) {
        boolean known = currency.equals(checked.choices().reportingCurrency())
                || standing.isRated(checked.close().key(), currency);
        return known
                ? Optional.empty()
                : Optional.of(checked.close().period() + " has no exchange rate for " + currency + ".");
    }

    private Optional<String> reclassification(Checked checked, String account, String line) {
        boolean byLine = checked.choices().grain() == Grain.LINE;
        if (byLine == line.isEmpty()) {
            return Optional.of(
                    byLine
                            ? "the policy counts by line; name the line."
                            : "the policy counts by account; name no line.");
        }
        return checked.brought().contains(account)
                        || standing.movement(checked.close().key(), account, line)
                                .isPresent()
                ? Optional.empty()
                : Optional.of(noMovement(checked.close(), account));
    }

    private Optional<String> exclusion(Checked checked, String account) {
        long close = checked.close().key();
        if (standing.exclusion(close, account).isPresent()) {
            return Optional.of("“" + account + "” is excluded already.");
        }
        return checked.brought().contains(account)
                        || !standing.lines(close, account).isEmpty()
                ? Optional.empty()
                : Optional.of(noMovement(checked.close(), account));
    }

    private static String noMovement(Close close, String account) {
        return close.period() + " has no such movement of “" + account + "”.";
    }

    private Optional<String> posting(Close close, Change.LedgerPosting posting) {
        var on = posting.postedOn();
        if (on.isBefore(close.startsOn()) || !on.isBefore(close.endsOn())) {
            return Optional.of(on + " is not in " + close.period() + ".");
        }
        return standing.posted(posting.entryId())
                .map(period -> "the ledger holds the entry “" + posting.entryId() + "” already, in " + period + ".");
    }
}
