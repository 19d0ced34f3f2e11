package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReceivedSources implements Sources {

    private final Closes closes;
    private final Profiles profiles;
    private final Imports imports;
    private final Receipts receipts;
    private final ImportExceptions exceptions;
    private final Rejects rejects;
    private final Keeping keeping;
    private final Replacing replacing;
    private final CurrentActor currentActor;
    private final AuditTrail audit;

    ReceivedSources(
            Closes closes,
            Profiles profiles,
            Imports imports,
            Receipts receipts,
            ImportExceptions exceptions,
            Rejects rejects,
            Keeping keeping,
            Replacing replacing,
            CurrentActor currentActor,
            AuditTrail audit) {
        this.closes = closes;
        this.profiles = profiles;
        this.imports = imports;
        this.receipts = receipts;
        this.exceptions = exceptions;
        this.rejects = rejects;
        this.keeping = keeping;
        this.replacing = replacing;
        this.currentActor = currentActor;
        this.audit = audit;
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
        return keeping.keep(new Keeping.Arrived(close, kind, mapping, null, FileNames.shown(fileName, kind), measure));
    }

    @Override
    public Receipt replace(long sourceId, String fileName, InputStream body) {
        currentActor.require(Role.ANALYST);
        return replacing.replace(sourceId, fileName, body);
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
        Replacing.refuseUnlessReplaceable(receipts.withId(sourceId), false);
        return keeping.keep(
                new Keeping.Arrived(close, kind, profile, sourceId, FileNames.shown(fileName, kind), measure));
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

    static Close changeable(Close close) {
        if (!close.isChangeable()) {
            throw new Closes.CloseIsFinal(close);
        }
        return close;
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
