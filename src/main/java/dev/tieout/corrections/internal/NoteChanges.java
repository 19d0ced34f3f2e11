package dev.tieout.corrections.internal;

import dev.tieout.closing.Close;
import dev.tieout.corrections.Change;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Correction.Recorded;
import dev.tieout.movements.Movements;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.SourceCorrections;
import dev.tieout.sources.SourceCorrections.Line;
import dev.tieout.sources.SourceCorrections.Note;
import dev.tieout.sources.SourceCorrections.Posting;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Does in a close what a note says, in the name of its author: receipts, overrides and exclusions say whose they are, and the note says
 * who approved them.
 */
@Component
class NoteChanges {

    /** Approved by another, a note may do what its author's own roles might not. */
    private static final Set<Role> BY_APPROVAL = Set.of(Role.ANALYST, Role.APPROVER, Role.CONTROLLER);

    private final SourceCorrections sources;
    private final Movements movements;
    private final CurrentActor currentActor;

    NoteChanges(SourceCorrections sources, Movements movements, CurrentActor currentActor) {
        this.sources = sources;
        this.movements = movements;
        this.currentActor = currentActor;
    }

    /** The rows that the note says instead of the files. */
    void takeIn(Close close, Correction correction) {
        var billed = new ArrayList<Line>();
        var opening = new ArrayList<Line>();
        var postings = new ArrayList<Posting>();
        for (var recorded : correction.changes()) {
            switch (recorded.change()) {
                case Change.BilledLine(var account, var line) -> billed.add(row(recorded, account, line));
                case Change.OpeningLine(var account, var line) -> opening.add(row(recorded, account, line));
                case Change.LedgerPosting posting -> postings.add(row(recorded, posting));
                default -> {}
            }
        }
        var note = new Note("correction-" + correction.id(), correction.note(), billed, opening, postings);
        as(correction, () -> sources.apply(close.key(), note));
    }

    private static Line row(Recorded recorded, String account, Change.Line line) {
        return new Line(
                recorded.position(),
                account,
                line.subscription(),
                line.product(),
                line.mrr(),
                line.currency(),
                line.status(),
                line.quantity(),
                line.discount());
    }

    private static Posting row(Recorded recorded, Change.LedgerPosting posting) {
        return new Posting(
                recorded.position(),
                posting.entryId(),
                posting.account(),
                posting.postedOn(),
                posting.amount(),
                posting.currency(),
                posting.glAccount());
    }

    /** Exclusions and overrides, on the movements as they are now. */
    void decide(Close close, Correction correction) {
        var why = "Correction " + correction.id() + ": " + correction.comment();
        for (var recorded : correction.changes()) {
            switch (recorded.change()) {
                case Change.Include(var account, var reason) ->
                    as(correction, () -> movements.include(close.key(), account, why));
                case Change.Exclude(var account, var reason) ->
                    as(correction, () -> movements.exclude(close.key(), account, reason, why));
                case Change.Reclassification(var account, var line, var to, var reason) ->
                    as(correction, () -> movements.override(close.key(), account, line, to, reason, why));
                default -> {}
            }
        }
    }

    private void as(Correction correction, Runnable work) {
        var organisation = currentActor.get().organisation();
        currentActor.runAs(new Actor(organisation, correction.raisedBy(), BY_APPROVAL), work);
    }
}
