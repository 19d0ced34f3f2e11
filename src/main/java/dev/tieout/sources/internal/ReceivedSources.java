package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.SourceReceived;
import dev.tieout.sources.Sources;
import dev.tieout.sources.internal.Receipts.Kept;
import dev.tieout.sources.internal.SourceFile.Measure;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.io.InputStream;
import java.io.Writer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReceivedSources implements Sources {

    private final Closes closes;
    private final Contributions contributions;
    private final Profiles profiles;
    private final Imports imports;
    private final Receipts receipts;
    private final Superseding superseding;
    private final EventLog eventLog;
    private final LaterCloses laterCloses;
    private final ImportExceptions exceptions;
    private final Rejects rejects;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceivedSources(
            Closes closes,
            Contributions contributions,
            Profiles profiles,
            Imports imports,
            Receipts receipts,
            Superseding superseding,
            EventLog eventLog,
            LaterCloses laterCloses,
            ImportExceptions exceptions,
            Rejects rejects,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.closes = closes;
        this.contributions = contributions;
        this.profiles = profiles;
        this.imports = imports;
        this.receipts = receipts;
        this.superseding = superseding;
        this.eventLog = eventLog;
        this.laterCloses = laterCloses;
        this.exceptions = exceptions;
        this.rejects = rejects;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Receipt receive(Period period, SourceKind kind, String profile, String fileName, InputStream body) {
        currentActor.require(Role.ANALYST);
        var close = changeable(closes.of(period));
        var mapping = profiles.find(profile, kind);
        if (kind == SourceKind.OPENING && !close.firstPeriod()) {
            throw new FileRefused(
                    Refusal.Kind.CONFLICT,
                    "opening-not-first-period",
                    "An opening snapshot is for an organisation's first period only; " + period
                            + " opens from the balance that " + period.previous() + " closed with.");
        }
        var measure = imports.stage(close, kind, mapping.profile(), body);
        imports.inOrder();
        var standing = receipts.standing(close.key(), kind, measure.sha256());
        if (standing.isPresent()) {
            return standing.get().again();
        }
        return keep(close, kind, mapping, null, FileNames.shown(fileName, kind), measure);
    }

    @Override
    public Receipt replace(long sourceId, String fileName, InputStream body) {
        currentActor.require(Role.ANALYST);
        var old = receipts.withId(sourceId);
        var close = changeable(closes.withKey(old.closeId()));
        var kind = old.receipt().kind();
        var profile = profiles.find(old.receipt().profile(), kind);
        var corrects = old.receipt().corrects();
        var measure = imports.stage(
                close,
                kind,
                corrects == null ? profile.profile() : profile.profile().forRejects(),
                body);
        imports.inOrder();
        // Before any later close, as everything does that locks both.
        closes.holdRevision(close.key());
        var standing = receipts.standing(close.key(), kind, measure.sha256());
        var now = receipts.withId(sourceId);
        if (standing.isPresent() && isAnswer(standing.get(), now)) {
            return standing.get().again();
        }
        refuseUnlessReplaceable(now, standing.isPresent() && standing.get().id() != sourceId);
        var evented = laterCloses.touch(sourceId);
        // What brought its rejects again goes with it: the better file has those rows itself.
        var corrections = rejects.corrections(sourceId);
        laterCloses.without(sourceId, () -> superseding.supersede(kind, sourceId));
        corrections.forEach(correction -> superseding.supersede(kind, correction));
        var kept = keep(close, kind, profile, corrects, FileNames.shown(fileName, kind), measure);
        evented.forEach(later -> eventLog.settle(later.key()));
        superseding.succeed(sourceId, kept.id());
        corrections.forEach(correction -> superseding.succeed(correction, kept.id()));
        audit.record(
                "source-replaced",
                subject(close, sourceId),
                Map.of("sha256", old.receipt().sha256()),
                Map.of("sha256", kept.sha256(), "by", kept.id()),
                null);
        return kept;
    }

    @Override
    public Receipt correct(long sourceId, String fileName, InputStream body) {
        currentActor.require(Role.ANALYST);
        var faulty = receipts.withId(sourceId);
        var close = changeable(closes.withKey(faulty.closeId()));
        var kind = faulty.receipt().kind();
        var profile = profiles.find(faulty.receipt().profile(), kind);
        var measure = imports.stage(close, kind, profile.profile().forRejects(), body);
        imports.inOrder();
        var standing = receipts.standing(close.key(), kind, measure.sha256());
        if (standing.isPresent()) {
            return standing.get().again();
        }
        refuseUnlessReplaceable(receipts.withId(sourceId), false);
        return keep(close, kind, profile, sourceId, FileNames.shown(fileName, kind), measure);
    }

    @Override
    @Transactional(readOnly = true)
    public void writeRejects(long sourceId, Writer out) {
        rejects.write(sourceId, receipts.withId(sourceId).header(), out);
    }

    @Override
    @Transactional(readOnly = true)
    public RejectPage rejects(long sourceId, @Nullable String cursor, int limit) {
        receipts.withId(sourceId);
        return receipts.rejects(sourceId, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> provisional(long closeId) {
        return exceptions.open(closeId);
    }

    /** The replacement has been made already, or it is the file itself and would bring nothing new. */
    private boolean isAnswer(Receipt standing, Kept old) {
        return standing.id() == old.receipt().id()
                ? !exceptions.holdsOrphans(old.closeId(), standing.id())
                : old.supersededBy().filter(by -> by == standing.id()).isPresent();
    }

    private static void refuseUnlessReplaceable(Kept old, boolean otherHasTheBytes) {
        if (old.receipt().superseded()) {
            throw new FileRefused(
                    Refusal.Kind.CONFLICT,
                    "source-superseded",
                    "Source " + old.receipt().id() + " has been replaced already.");
        }
        if (otherHasTheBytes) {
            throw new FileRefused(
                    Refusal.Kind.CONFLICT,
                    "file-already-in",
                    "That file is in already, as another source of this close.");
        }
    }

    private Receipt keep(
            Close close,
            SourceKind kind,
            Profiles.Versioned profile,
            @Nullable Long corrects,
            String fileName,
            Measure measure) {
        closes.changed(
                close.key(),
                kind.touches(),
                "The " + kind.name().toLowerCase(Locale.ROOT) + " file " + fileName + " was imported.");
        // Read again now that the close is locked: it may have become final while the file was read.
        changeable(closes.withKey(close.key()));
        long id = receipts.begin(new Receipts.Beginning(
                close.key(),
                kind,
                profile.profile().name(),
                profile.version(),
                corrects,
                fileName,
                measure.sha256(),
                measure.bytes(),
                measure,
                currentActor.get().name(),
                clock.instant()));
        if (corrects != null) {
            rejects.match(corrects);
        }
        imports.settle(close, kind, profile.profile(), id, measure);
        if (corrects != null) {
            rejects.remember(corrects, id);
        }
        receipts.tally(id);
        if (kind == SourceKind.BILLING || kind == SourceKind.OPENING) {
            eventLog.settle(close.key());
        }
        laterCloses.touch(id);
        laterCloses.takeIn(close);
        contributions.note(close.key(), Contributions.Kind.IMPORTED);
        var receipt = receipts.withId(id).receipt();
        audit.record("source-imported", subject(close, id), null, receipt, null);
        events.publishEvent(new SourceReceived(close.key(), kind, id));
        return receipt;
    }

    static Close changeable(Close close) {
        if (!close.isChangeable()) {
            throw new Closes.CloseIsFinal(close);
        }
        return close;
    }

    private static String subject(Close close, long sourceId) {
        return "close/" + close.period() + "/source/" + sourceId;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Receipt> of(long closeId) {
        return receipts.of(closeId);
    }

    @Override
    @Transactional(readOnly = true)
    public Receipt receipt(long sourceId) {
        return receipts.withId(sourceId).receipt();
    }

    @Override
    @Transactional(readOnly = true)
    public void eachReject(long sourceId, Consumer<Reject> reader) {
        receipts.withId(sourceId);
        receipts.eachReject(sourceId, reader);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> exceptions(long closeId) {
        var close = closes.withKey(closeId);
        return exceptions.of(close, imports.choices(close));
    }

    @Override
    public void acknowledgeRejects(long closeId, String comment) {
        var person = currentActor.require(Role.ANALYST, Role.CONTROLLER);
        if (comment.isBlank()) {
            throw new FileRefused(
                    Refusal.Kind.INVALID, "comment-required", "Say in a comment why the rejected rows may stay out.");
        }
        var close = changeable(closes.withKey(closeId));
        var acknowledged = exceptions.acknowledge(closeId, person.name(), comment.strip());
        exceptions.acknowledgeAbsence(close, imports.choices(close), person.name(), comment.strip());
        if (!acknowledged.isEmpty()) {
            audit.record(
                    "rejects-acknowledged",
                    "close/" + close.period(),
                    null,
                    Map.of("sources", acknowledged),
                    comment.strip());
        }
    }
}
