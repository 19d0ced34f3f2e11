package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.Policies;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceCorrections;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CorrectedSources implements SourceCorrections {

    private final Closes closes;
    private final Contributions contributions;
    private final Policies policies;
    private final Receipts receipts;
    private final NoteRows rows;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectedSources(
            Closes closes,
            Contributions contributions,
            Policies policies,
            Receipts receipts,
            NoteRows rows,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.closes = closes;
        this.contributions = contributions;
        this.policies = policies;
        this.receipts = receipts;
        this.rows = rows;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Receipt> apply(long closeId, Note note) {
        currentActor.require(Role.ANALYST, Role.CONTROLLER);
        var close = closes.withKey(closeId);
        refuseUnfit(close, note);
        var pause = policies.version(close.policyVersion()).choices().pause().name();
        var kept = new ArrayList<Receipt>();
        keep(
                close,
                SourceKind.OPENING,
                note,
                note.opening(),
                id -> rows.open(closeId, id, note.opening(), pause),
                kept);
        keep(close, SourceKind.BILLING, note, note.billed(), id -> rows.bill(closeId, id, note.billed()), kept);
        keep(
                close,
                SourceKind.LEDGER,
                note,
                note.postings(),
                id -> rows.post(close.period(), id, note.postings()),
                kept);
        return List.copyOf(kept);
    }

    private void refuseUnfit(Close close, Note note) {
        if (!close.isBeingCorrected()) {
            throw new Closes.CloseIsFinal(close);
        }
        if (!note.opening().isEmpty() && !close.firstPeriod()) {
            throw new FileRefused(
                    Refusal.Kind.CONFLICT,
                    "opening-not-first-period",
                    close.period() + " opens with what the period before it closed with; correct that one.");
        }
        var known = rows.known(note.postings());
        if (!known.isEmpty()) {
            throw new FileRefused(
                    Refusal.Kind.CONFLICT,
                    "entry-exists",
                    "The ledger holds the entry “" + String.join("”, “", known) + "” already.");
        }
    }

    private void keep(Close close, SourceKind kind, Note note, List<?> ofKind, LongConsumer store, List<Receipt> kept) {
        if (ofKind.isEmpty()) {
            return;
        }
        var bytes = note.text().getBytes(StandardCharsets.UTF_8);
        long id = receipts.begin(new Receipts.Beginning(
                close.key(),
                kind,
                PROFILE,
                null,
                null,
                note.name(),
                sha256(bytes),
                bytes.length,
                null,
                currentActor.get().name(),
                clock.instant()));
        store.accept(id);
        rows.tally(id, ofKind);
        closes.changed(close.key(), kind.touches(), "The correction note " + note.name() + " was applied.");
        contributions.note(close.key(), Contributions.Kind.IMPORTED);
        var receipt = receipts.withId(id).receipt();
        audit.record("source-corrected", "close/" + close.period() + "/source/" + id, null, receipt, null);
        kept.add(receipt);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
