package dev.tieout.publication.internal;

import static dev.tieout.terms.Said.counted;

import dev.tieout.closing.SignOff;
import dev.tieout.movements.DecisionCounts;
import dev.tieout.publication.Gate.Check;
import dev.tieout.publication.Gate.Place;
import dev.tieout.publication.Gate.State;
import dev.tieout.publication.Gate.Topic;
import dev.tieout.publication.internal.GateFacts.Figures;
import dev.tieout.publication.internal.GateFacts.Tie;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the publish gate about what was made of the files: movements, figures, tie-out, and who answers for them. */
final class OutcomeChecks {

    private OutcomeChecks() {}

    static Check classes(Map<MovementClass, Long> movements, Figures figures) {
        long unclassified = movements.getOrDefault(MovementClass.UNCLASSIFIED, 0L);
        long all = movements.values().stream().mapToLong(Long::longValue).sum();
        if (unclassified > 0) {
            return classes(State.OPEN, counted(unclassified, "movement has", "movements have") + " no class.");
        }
        if (all == 0 && !figures.computed()) {
            return classes(State.NOT_YET, "Nothing has been classified yet.");
        }
        return classes(State.PASSED, counted(all, "movement", "movements") + ", each with its class.");
    }

    private static Check classes(State state, String sentence) {
        return new Check(Topic.CLASSES, "Every movement classified", state, sentence, Place.MOVEMENTS);
    }

    static Check overrides(DecisionCounts.Counts decisions) {
        if (decisions.undocumented() > 0) {
            return overrides(
                    State.OPEN, counted(decisions.undocumented(), "decision lacks", "decisions lack") + " a comment.");
        }
        if (decisions.setAsideCount() > 0) {
            boolean one = decisions.setAsideCount() == 1;
            return overrides(
                    State.OPEN,
                    counted(decisions.setAsideCount(), "override is", "overrides are")
                            + " set aside, since the amounts no longer bear "
                            + (one ? "its class: " : "their classes: ")
                            + Said.listed(decisions.setAside(), decisions.setAsideCount()) + ". Decide anew.");
        }
        return overrides(
                State.PASSED,
                decisions.overrides() + decisions.exclusions() == 0
                        ? "No movement is overridden and no account excluded."
                        : counted(decisions.overrides(), "override", "overrides") + " and "
                                + counted(decisions.exclusions(), "exclusion", "exclusions")
                                + ", each with its comment.");
    }

    private static Check overrides(State state, String sentence) {
        return new Check(Topic.OVERRIDES, "Overrides documented", state, sentence, Place.MOVEMENTS);
    }

    static Check invariants(Figures figures) {
        var trouble = figures.trouble();
        if (!figures.current() && trouble != null) {
            return invariants(State.OPEN, trouble);
        }
        if (!figures.computed()) {
            return invariants(State.NOT_YET, "The figures have not been computed yet.");
        }
        return figures.current()
                ? invariants(
                        State.PASSED,
                        "Opening, movements and closing add up per account, per slice and in total, from the decisions as"
                                + " they stand.")
                : invariants(
                        State.OPEN, "Movements have changed since the figures were computed. They are computed again.");
    }

    private static Check invariants(State state, String sentence) {
        return new Check(Topic.INVARIANTS, "Invariants hold", state, sentence, Place.FIGURES);
    }

    static Check tieOut(Tie tie) {
        if (!tie.compared()) {
            return tieOut(State.NOT_YET, "Billing, ledger and retained balance have not been compared yet.");
        }
        if (!tie.current()) {
            return tieOut(State.OPEN, "Data or decisions have changed since the three legs were compared.");
        }
        if (tie.open().count() > 0) {
            return tieOut(
                    State.OPEN,
                    counted(tie.open().count(), "variance is", "variances are") + " open, "
                            + Said.money(tie.open().amount(), tie.currency())
                            + (tie.open().count() == 1 ? "." : " together."));
        }
        if (tie.untiedAccounts() > 0) {
            return tieOut(
                    State.OPEN,
                    counted(tie.untiedAccounts(), "account does", "accounts do")
                            + " not roll forward from the previous publication: "
                            + Said.listed(tie.untied(), tie.untiedAccounts()) + ".");
        }
        return tieOut(
                State.PASSED,
                "Billing, ledger and retained balance of " + counted(tie.accounts(), "account", "accounts")
                        + " agree within tolerance, or the difference is explained and approved. The roll-forward ties.");
    }

    private static Check tieOut(State state, String sentence) {
        return new Check(Topic.TIE_OUT, "Three-way tie", state, sentence, Place.TIE_OUT);
    }

    static Check owners(GateFacts facts) {
        var owners = facts.owners();
        var faults = new ArrayList<String>();
        if (owners.unowned() > 0) {
            faults.add(counted(owners.unowned(), "open variance has", "open variances have") + " no owner");
        }
        if (owners.overdue() > 0) {
            faults.add(counted(owners.overdue(), "open variance is", "open variances are") + " overdue");
        }
        if (!owners.named().isEmpty()) {
            int last = faults.size() - 1;
            faults.set(
                    last,
                    faults.get(last) + " ("
                            + Said.listed(owners.named(), owners.named().size()) + ")");
        }
        facts.overdueTasks().forEach(title -> faults.add("the task “" + title + "” is overdue"));
        if (facts.intake().unacknowledged() > 0) {
            faults.add(
                    "nobody answers for " + counted(facts.intake().unacknowledged(), "rejected row", "rejected rows"));
        }
        if (!faults.isEmpty()) {
            return owners(State.OPEN, capitalised(String.join("; ", faults)) + ".", place(facts));
        }
        var items = Stream.of(
                        owners.open() == 0 ? "" : counted(owners.open(), "open variance", "open variances"),
                        facts.openTasks() == 0 ? "" : counted(facts.openTasks(), "open task", "open tasks"))
                .filter(item -> !item.isEmpty())
                .collect(Collectors.joining(" and "));
        return owners(
                State.PASSED,
                items.isEmpty() ? "No item is open." : items + ", with an owner or a role to take it, and in time.",
                Place.TASKS);
    }

    private static Place place(GateFacts facts) {
        if (facts.owners().unowned() + facts.owners().overdue() > 0) {
            return Place.TIE_OUT;
        }
        return facts.overdueTasks().isEmpty() ? Place.SOURCES : Place.TASKS;
    }

    private static String capitalised(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static Check owners(State state, String sentence, Place place) {
        return new Check(Topic.OWNERS, "Owner and due date on every open item", state, sentence, place);
    }

    static Check signed(Topic topic, SignOff.Kind kind, List<SignOff> signOffs) {
        var title = kind == SignOff.Kind.CLASSIFICATION ? "Classification signed off" : "Publication signed off";
        var ofKind = signOffs.stream().filter(signOff -> signOff.kind() == kind).toList();
        var standing = ofKind.stream()
                .filter(SignOff::stands)
                .map(SignOff::person)
                .distinct()
                .toList();
        if (!standing.isEmpty()) {
            var by = standing.stream().collect(Collectors.joining(" and "));
            return new Check(topic, title, State.PASSED, "Signed by " + by + ".", Place.PROCESS);
        }
        if (ofKind.isEmpty()) {
            return new Check(topic, title, State.NOT_YET, "Nobody has signed yet.", Place.TASKS);
        }
        var last = ofKind.getLast();
        return new Check(
                topic,
                title,
                State.OPEN,
                "The signature of " + last.person() + " no longer stands: "
                        + Said.clause(String.valueOf(last.suspendedBecause())) + ".",
                Place.TASKS);
    }
}
