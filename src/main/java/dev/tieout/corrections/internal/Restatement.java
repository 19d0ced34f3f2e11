package dev.tieout.corrections.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.cohort.Cohort;
import dev.tieout.corrections.Change;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Impact;
import dev.tieout.corrections.Impact.PeriodImpact;
import dev.tieout.corrections.internal.MovementSides.Snapshot;
import dev.tieout.movements.Movements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries a note out, in the running transaction: in the corrected close with the rules that it pinned, then in every later close, in
 * order, as far as anything follows. A later close that is final is restated; one under way gets its cohort anew and its sign-offs
 * suspended, so that its process goes back.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Restatement {

    private final Closes closes;
    private final Cohort cohort;
    private final Movements movements;
    private final MovementSides sides;
    private final NoteChanges changes;
    private final Republishing republishing;

    Restatement(
            Closes closes,
            Cohort cohort,
            Movements movements,
            MovementSides sides,
            NoteChanges changes,
            Republishing republishing) {
        this.closes = closes;
        this.cohort = cohort;
        this.movements = movements;
        this.sides = sides;
        this.changes = changes;
        this.republishing = republishing;
    }

    /** @param approver who stands for the explanations of differences; any name but the author's in a rehearsal */
    Impact carryOut(Correction correction, String approver) {
        var note = new Signed(correction, approver);
        var chain = held(correction.closeId());
        var accounts = correction.changes().stream()
                .map(recorded -> recorded.change().account())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var periods = new ArrayList<PeriodImpact>();
        periods.add(correct(chain.getFirst(), note, accounts));
        for (var later : chain.subList(1, chain.size())) {
            follow(later, note, accounts).ifPresent(periods::add);
        }
        return new Impact(periods);
    }

    /** A note with the two people behind it. */
    record Signed(Correction correction, String approver) {

        String name() {
            return "correction " + correction.id() + " of " + correction.period();
        }
    }

    /** The close and all later ones, oldest first, held from changing: always in this order, so that two corrections never wait in a ring. */
    private List<Close> held(long closeId) {
        var first = closes.withKey(closeId);
        return closes.all().stream()
                .filter(close -> !close.startsOn().isBefore(first.startsOn()))
                .sorted(Comparator.comparing(Close::startsOn))
                .map(close -> {
                    closes.holdRevision(close.key());
                    return closes.withKey(close.key());
                })
                .toList();
    }

    private PeriodImpact correct(Close close, Signed note, Set<String> accounts) {
        long id = close.key();
        var before = sides.of(id, accounts);
        closes.beginCorrection(id, note.correction().id());
        changes.takeIn(close, note.correction());
        cohort.correct(id);
        if (note.correction().changes().stream().anyMatch(recorded -> movesAmounts(recorded.change()))) {
            movements.reclassify(id, accounts);
        }
        changes.decide(close, note.correction());
        var impact = republishing.republish(closes.withKey(id), note, accounts, before);
        closes.endCorrection(id);
        return impact;
    }

    private static boolean movesAmounts(Change change) {
        return change instanceof Change.BilledLine || change instanceof Change.OpeningLine;
    }

    /** Empty when nothing of the correction reaches the close. */
    private Optional<PeriodImpact> follow(Close close, Signed note, Set<String> corrected) {
        if (close.cohortHash() == null) {
            return Optional.empty();
        }
        return close.state() == CloseState.FINAL ? restate(close, note, corrected) : reopen(close, note, corrected);
    }

    private Optional<PeriodImpact> restate(Close close, Signed note, Set<String> corrected) {
        long id = close.key();
        closes.beginCorrection(id, note.correction().id());
        var drifted = cohort.correct(id);
        var accounts = union(corrected, drifted);
        var before = sides.of(id, accounts);
        movements.reclassify(id, accounts);
        boolean reached = !drifted.isEmpty()
                || !sides.between(before, sides.of(id, accounts)).isEmpty();
        Optional<PeriodImpact> impact = Optional.empty();
        if (reached) {
            closes.changed(id, SignOff.Kind.CLASSIFICATION, because(note));
            impact = Optional.of(republishing.republish(closes.withKey(id), note, accounts, before));
        }
        closes.endCorrection(id);
        return impact;
    }

    /** Movements made of the former cohort are classified at once, so that no step in between meets figures that contradict themselves. */
    private Optional<PeriodImpact> reopen(Close close, Signed note, Set<String> corrected) {
        long id = close.key();
        var drifted = cohort.correct(id);
        var accounts = union(corrected, drifted);
        var before = sides.of(id, accounts);
        if (sides.isClassified(id)) {
            movements.reclassify(id, accounts);
        }
        var after = sides.of(id, accounts);
        if (drifted.isEmpty() && sides.between(before, after).isEmpty()) {
            return Optional.empty();
        }
        closes.changed(id, SignOff.Kind.CLASSIFICATION, because(note));
        return Optional.of(underWay(close, before, after));
    }

    private PeriodImpact underWay(Close close, Snapshot before, Snapshot after) {
        var moved = sides.between(before, after);
        return new PeriodImpact(
                close.key(),
                close.period(),
                republishing.currency(close),
                null,
                null,
                null,
                null,
                moved.stream().limit(PeriodImpact.MOST_ACCOUNTS).toList(),
                moved.size(),
                List.of());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String because(Signed note) {
        return "Its opening follows " + note.name() + ".";
    }
}
