package dev.tieout.backpostings.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.backpostings.BackPostingRaised;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.evidence.format.CanonicalJson;
import dev.tieout.evidence.format.Hashes;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.LatePosting.RowKey;
import dev.tieout.sources.LatePostings;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.terms.Refusal.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class NotedBackPostings implements BackPostings {

    private static final int MOST_RECORDS = 1_000;

    private final NoteRecords records;
    private final NoteEffects effects;
    private final LatePostings late;
    private final Closes closes;
    private final Contributions contributions;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NotedBackPostings(
            NoteRecords records,
            NoteEffects effects,
            LatePostings late,
            Closes closes,
            Contributions contributions,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.effects = effects;
        this.late = late;
        this.closes = closes;
        this.contributions = contributions;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public BackPostingNote raise(Period period, String reason, String policyClause, Set<RowKey> keys) {
        var author = currentActor.require(Role.ANALYST, Role.CONTROLLER);
        long close = closes.of(period).key();
        // Two notes about one record come here one after the other.
        closes.holdRevision(close);
        refuseFinal(closes.withKey(close));
        refuseIncomplete(reason, policyClause, keys);
        var named = late.named(close, keys);
        refuseUnfit(close, keys, named);
        var note = new Written(period.toString(), reason.strip(), policyClause.strip(), named, author.name());
        var text = CanonicalJson.line(note);
        long id = records.raise(
                Map.of(
                        "close",
                        close,
                        "reason",
                        note.reason(),
                        "clause",
                        note.policyClause(),
                        "note",
                        text,
                        "sha256",
                        Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)),
                        "person",
                        author.name(),
                        "at",
                        now()),
                named);
        contributions.note(close, Contributions.Kind.IMPORTED);
        var raised = note(id);
        audit.record("back-posting-raised", trail(raised), null, note, note.reason());
        events.publishEvent(new BackPostingRaised(id, close));
        return raised;
    }

    private static void refuseFinal(Close close) {
        if (!close.isChangeable()) {
            throw new PeriodIsFinal(close.period());
        }
    }

    private static void refuseIncomplete(String reason, String policyClause, Set<RowKey> keys) {
        if (reason.isBlank() || policyClause.isBlank()) {
            throw new NoteRefused(
                    Kind.INVALID,
                    "Say why the postings belong into this period, and which clause of the policy lets them in.");
        }
        if (keys.isEmpty() || keys.size() > MOST_RECORDS) {
            throw new NoteRefused(Kind.INVALID, "A note names 1 to " + MOST_RECORDS + " late postings.");
        }
    }

    private void refuseUnfit(long close, Set<RowKey> keys, List<LatePosting> named) {
        var unknown = new HashSet<>(keys);
        named.forEach(record -> unknown.remove(record.key()));
        if (!unknown.isEmpty()) {
            throw new NoteRefused(
                    Kind.INVALID,
                    "Not among the late postings of this close: "
                            + unknown.stream()
                                    .map(key -> "source " + key.source() + ", line " + key.line())
                                    .sorted()
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        var waiting = of(close).stream()
                .filter(note -> note.state().isOpen())
                .flatMap(note -> note.records().stream())
                .map(LatePosting::key)
                .collect(Collectors.toSet());
        for (var record : named) {
            var why = waiting.contains(record.key()) ? "is in a note that waits for a decision" : standing(record);
            if (why != null) {
                throw new NoteRefused(Kind.CONFLICT, record.file() + ", line " + record.line() + ", " + why + ".");
            }
        }
    }

    /** Why a posting cannot be taken in any more; null when it can. */
    private @Nullable String standing(LatePosting record) {
        if (record.backPosting() != null) {
            return "was taken in by back-posting note " + record.backPosting() + " already";
        }
        var into = record.takenInto();
        boolean counted = into != null && !closes.of(Period.parse(into)).isChangeable();
        return counted ? "counts in " + into + ", which is final" : null;
    }

    @Override
    @Transactional(readOnly = true)
    public List<BackPostingNote> of(long closeId) {
        return records.of(closeId);
    }

    @Override
    @Transactional(readOnly = true)
    public BackPostingNote note(long id) {
        return records.find(id).orElseThrow(() -> new NoSuchNote(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Effect> effect(BackPostingNote note) {
        return effects.of(note);
    }

    @Override
    public void apply(long id) {
        currentActor.require();
        var note = records.hold(id).orElseThrow(() -> new NoSuchNote(id));
        if (note.state() != State.APPROVED) {
            return;
        }
        try {
            var keys = note.records().stream().map(LatePosting::key).collect(Collectors.toSet());
            late.inOrder();
            closes.holdRevision(note.closeId());
            refuseFinal(closes.withKey(note.closeId()));
            refuseChanged(note, late.named(note.closeId(), keys));
            late.backPost(note.closeId(), new LatePostings.Note(id, note.note(), keys));
        } catch (Refusal refusal) {
            records.set(id, State.REFUSED, Map.of("refusal", refusal.sentence()));
            audit.record("back-posting-refused", trail(note), null, Map.of("state", State.REFUSED), refusal.sentence());
            return;
        }
        records.set(id, State.APPLIED, Map.of("applied_at", now()));
        audit.record(
                "back-posting-applied",
                trail(note),
                Map.of("state", note.state()),
                Map.of("state", State.APPLIED, "sha256", note.sha256()),
                note.decisionComment());
    }

    private void refuseChanged(BackPostingNote note, List<LatePosting> now) {
        if (now.size() != note.records().size()) {
            throw new NoteRefused(
                    Kind.CONFLICT, "The file that it is about has been replaced since: its rows are no longer there.");
        }
        for (var record : now) {
            var why = standing(record);
            if (why != null) {
                throw new NoteRefused(Kind.CONFLICT, record.file() + ", line " + record.line() + ", " + why + ".");
            }
        }
    }

    @Override
    public void drivenBy(long id, long processInstanceKey) {
        records.drivenBy(id, processInstanceKey);
    }

    @Override
    public void troubled(long id, @Nullable String sentence) {
        currentActor.require();
        records.troubled(id, sentence);
        audit.record("back-posting-troubled", trail(note(id)), null, null, sentence);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static String trail(BackPostingNote note) {
        return "close/" + note.period() + "/" + note.subject();
    }

    /** What a person states, as it is hashed and stands on the trail. */
    private record Written(
            String period, String reason, String policyClause, List<LatePosting> records, String raisedBy) {}
}
