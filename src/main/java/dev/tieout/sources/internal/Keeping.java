package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.SourceReceived;
import dev.tieout.sources.internal.SourceFile.Measure;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what was staged of a file under a receipt, and brings every close up to date that it touches. */
@Component
class Keeping {

    private final Closes closes;
    private final Contributions contributions;
    private final Imports imports;
    private final Receipts receipts;
    private final Rejects rejects;
    private final EventLog eventLog;
    private final LaterCloses laterCloses;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Keeping(
            Closes closes,
            Contributions contributions,
            Imports imports,
            Receipts receipts,
            Rejects rejects,
            EventLog eventLog,
            LaterCloses laterCloses,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.closes = closes;
        this.contributions = contributions;
        this.imports = imports;
        this.receipts = receipts;
        this.rejects = rejects;
        this.eventLog = eventLog;
        this.laterCloses = laterCloses;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A file between staging and the books.
     *
     * @param corrects the source whose rejects it brings again
     */
    record Arrived(
            Close close,
            SourceKind kind,
            Profiles.Versioned profile,
            @Nullable Long corrects,
            String fileName,
            Measure measure) {}

    Receipt keep(Arrived file) {
        var close = file.close();
        var kind = file.kind();
        closes.changed(
                close.key(),
                kind.touches(),
                "The " + kind.name().toLowerCase(Locale.ROOT) + " file " + file.fileName() + " was imported.");
        // Read again now that the close is locked: it may have become final while the file was read.
        ReceivedSources.changeable(closes.withKey(close.key()));
        long id = receipts.begin(beginning(file));
        var corrects = file.corrects();
        if (corrects != null) {
            rejects.match(corrects);
        }
        imports.settle(close, kind, file.profile().profile(), id, file.measure());
        if (corrects != null) {
            rejects.remember(corrects, id);
        }
        receipts.tally(id);
        if (kind == SourceKind.BILLING || kind == SourceKind.OPENING || kind == SourceKind.MIGRATION) {
            eventLog.settle(close.key());
        }
        laterCloses.touch(id);
        laterCloses.takeIn(close);
        if (kind == SourceKind.MIGRATION) {
            laterCloses.move(close, id);
        }
        contributions.note(close.key(), Contributions.Kind.IMPORTED);
        var receipt = receipts.withId(id).receipt();
        audit.record("source-imported", subject(close, id), null, receipt, null);
        events.publishEvent(new SourceReceived(close.key(), kind, id));
        return receipt;
    }

    private Receipts.Beginning beginning(Arrived file) {
        return new Receipts.Beginning(
                file.close().key(),
                file.kind(),
                file.profile().profile().name(),
                file.profile().version(),
                file.corrects(),
                file.fileName(),
                file.measure().sha256(),
                file.measure().bytes(),
                file.measure(),
                currentActor.get().name(),
                clock.instant());
    }

    static String subject(Close close, long sourceId) {
        return "close/" + close.period() + "/source/" + sourceId;
    }
}
