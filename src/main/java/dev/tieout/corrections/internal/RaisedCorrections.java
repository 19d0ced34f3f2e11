package dev.tieout.corrections.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Correction.Recorded;
import dev.tieout.corrections.Correction.Restated;
import dev.tieout.corrections.Correction.State;
import dev.tieout.corrections.CorrectionRaised;
import dev.tieout.corrections.Corrections;
import dev.tieout.corrections.Impact;
import dev.tieout.metrics.InvariantBreached;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RaisedCorrections implements Corrections {

    private final CorrectionRecords records;
    private final NoteChecks checks;
    private final Standing standing;
    private final CorrectionJson json;
    private final Rehearsal rehearsal;
    private final Restatement restatement;
    private final Closes closes;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RaisedCorrections(
            CorrectionRecords records,
            NoteChecks checks,
            Standing standing,
            CorrectionJson json,
            Rehearsal rehearsal,
            Restatement restatement,
            Closes closes,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.checks = checks;
        this.standing = standing;
        this.json = json;
        this.rehearsal = rehearsal;
        this.restatement = restatement;
        this.closes = closes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Correction raise(Period period, Draft draft) {
        var author = currentActor.require(Role.ANALYST, Role.CONTROLLER);
        var close = closes.of(period);
        // One note at a time: two raised at once come here one after the other.
        closes.holdRevision(close.key());
        refuseUnlessFinal(closes.withKey(close.key()));
        checks.refuseFaulty(close, closes.before(close).orElse(null), draft);
        var clause = draft.policyClause() == null || draft.policyClause().isBlank()
                ? null
                : draft.policyClause().strip();
        var note = json.note(close.period(), draft.comment().strip(), clause, draft.changes(), author.name());
        long id = records.raise(raised(close, draft, clause, note, author.name()));
        for (int at = 0; at < draft.changes().size(); at++) {
            var change = draft.changes().get(at);
            records.add(id, new Recorded(at + 1, change, standing.before(close.key(), change), close.period()));
        }
        var correction = correction(id);
        audit.record("correction-raised", subject(correction), null, json.object(note), correction.comment());
        events.publishEvent(new CorrectionRaised(author.organisation(), id, close.key()));
        return correction;
    }

    private void refuseUnlessFinal(Close close) {
        if (close.state() != CloseState.FINAL) {
            throw new CloseNotFinal(close.period());
        }
        if (records.anyUndecided(close.key())) {
            throw new CorrectionUndecided(close.period());
        }
    }

    private Map<String, @Nullable Object> raised(
            Close close, Draft draft, @Nullable String clause, String note, String author) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("close", close.key());
        values.put("comment", draft.comment().strip());
        values.put("clause", clause);
        values.put("note", note);
        values.put("sha256", json.hash(note));
        values.put("person", author);
        values.put("at", now());
        return values;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Correction> of(long closeId) {
        return records.of(closeId);
    }

    @Override
    @Transactional(readOnly = true)
    public Correction correction(long id) {
        return records.find(id).orElseThrow(() -> new NoSuchCorrection(id));
    }

    @Override
    public State preview(long id) {
        currentActor.require();
        var correction = correction(id);
        if (correction.state() != State.PREVIEWING) {
            return correction.state();
        }
        try {
            previewed(correction, rehearsal.of(correction));
            return State.AWAITING_APPROVAL;
        } catch (Refusal refusal) {
            refused(correction, refusal.sentence());
        } catch (InvariantBreached breached) {
            refused(correction, breached.sentences());
        }
        return State.REFUSED;
    }

    private void previewed(Correction correction, Impact impact) {
        var text = json.write(impact);
        var hash = json.hash(text);
        records.set(
                correction.id(),
                State.AWAITING_APPROVAL,
                Map.of("impact", text, "impact_hash", hash, "previewed_at", now()));
        audit.record("correction-previewed", subject(correction), null, Map.of("impact", hash), null);
    }

    private void refused(Correction correction, String sentence) {
        records.set(correction.id(), State.REFUSED, Map.of("refusal", sentence));
        audit.record("correction-refused", subject(correction), null, Map.of("state", State.REFUSED), sentence);
    }

    @Override
    public void apply(long id) {
        currentActor.require();
        var correction = records.hold(id).orElseThrow(() -> new NoSuchCorrection(id));
        if (correction.state() == State.APPLIED) {
            return;
        }
        var impact = carriedOut(correction);
        var hash = json.hash(json.write(impact));
        if (!hash.equals(correction.impactHash())) {
            throw new NumbersChanged("It would come to other figures than those that were approved.");
        }
        int position = 0;
        for (var period : impact.periods()) {
            records.add(id, ++position, new Restated(period.closeId(), period.period(), period.toVersion()));
        }
        records.set(id, State.APPLIED, Map.of("applied_at", now()));
        audit.record(
                "correction-applied",
                subject(correction),
                null,
                Map.of("impact", hash, "restated", correction(id).restated()),
                correction.decisionComment());
    }

    private Impact carriedOut(Correction correction) {
        if (correction.state() != State.APPROVED) {
            throw new IllegalStateException("correction " + correction.id() + " is " + correction.state());
        }
        try {
            return restatement.carryOut(correction, Objects.requireNonNull(correction.decidedBy()));
        } catch (Refusal refusal) {
            throw new NumbersChanged(refusal.sentence());
        } catch (InvariantBreached breached) {
            throw new NumbersChanged(breached.sentences());
        }
    }

    @Override
    public void previewAgain(long id, String because) {
        currentActor.require();
        var correction = records.hold(id).orElseThrow(() -> new NoSuchCorrection(id));
        if (correction.state() != State.APPROVED) {
            return;
        }
        Map<String, @Nullable Object> again = new HashMap<>();
        again.put("notice", because);
        again.put("decided_by", null);
        again.put("decided_at", null);
        again.put("decision_comment", null);
        records.set(id, State.PREVIEWING, again);
        audit.record(
                "correction-sent-back",
                subject(correction),
                Map.of("approvedBy", Objects.requireNonNull(correction.decidedBy())),
                Map.of("state", State.PREVIEWING),
                because);
    }

    @Override
    public void drivenBy(long id, long processInstanceKey) {
        records.drivenBy(id, processInstanceKey);
    }

    @Override
    public void troubled(long id, String sentence) {
        currentActor.require();
        records.troubled(id, sentence);
        audit.record("correction-troubled", subject(correction(id)), null, null, sentence);
    }

    @Override
    public void waits(long id) {
        currentActor.require();
        var correction = correction(id);
        if (correction.trouble() != null) {
            records.troubled(id, null);
            audit.record("correction-recovered", subject(correction), null, null, null);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static String subject(Correction correction) {
        return "close/" + correction.period() + "/" + correction.subject();
    }
}
