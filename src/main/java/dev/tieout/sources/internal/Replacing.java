package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.sources.internal.Receipts.Kept;
import dev.tieout.terms.Refusal;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes a file's rows, and those that brought its rejects again, out in favour of a better file. */
@Component
class Replacing {

    private final Closes closes;
    private final Profiles profiles;
    private final Imports imports;
    private final Receipts receipts;
    private final Superseding superseding;
    private final LaterCloses laterCloses;
    private final ImportExceptions exceptions;
    private final Rejects rejects;
    private final Keeping keeping;
    private final AuditTrail audit;

    Replacing(
            Closes closes,
            Profiles profiles,
            Imports imports,
            Receipts receipts,
            Superseding superseding,
            LaterCloses laterCloses,
            ImportExceptions exceptions,
            Rejects rejects,
            Keeping keeping,
            AuditTrail audit) {
        this.closes = closes;
        this.profiles = profiles;
        this.imports = imports;
        this.receipts = receipts;
        this.superseding = superseding;
        this.laterCloses = laterCloses;
        this.exceptions = exceptions;
        this.rejects = rejects;
        this.keeping = keeping;
        this.audit = audit;
    }

    Receipt replace(long sourceId, String fileName, InputStream body) {
        var old = receipts.withId(sourceId);
        var close = ReceivedSources.changeable(closes.withKey(old.closeId()));
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
        // What brought its rejects again goes with it: the better file has those rows itself.
        var gone = new ArrayList<>(List.of(sourceId));
        gone.addAll(rejects.corrections(sourceId));
        laterCloses.refuseNoted(gone);
        laterCloses.without(LateRows.of(gone), () -> gone.forEach(source -> superseding.supersede(kind, source)));
        var kept = keeping.keep(
                new Keeping.Arrived(close, kind, profile, corrects, FileNames.shown(fileName, kind), measure));
        gone.forEach(source -> superseding.succeed(source, kept.id()));
        audit.record(
                "source-replaced",
                Keeping.subject(close, sourceId),
                Map.of("sha256", old.receipt().sha256()),
                Map.of("sha256", kept.sha256(), "by", kept.id()),
                null);
        return kept;
    }

    /** The replacement has been made already, or it is the file itself and would bring nothing new. */
    private boolean isAnswer(Receipt standing, Kept old) {
        return standing.id() == old.receipt().id()
                ? !exceptions.holdsOrphans(old.closeId(), standing.id())
                : old.supersededBy().filter(by -> by == standing.id()).isPresent();
    }

    static void refuseUnlessReplaceable(Kept old, boolean otherHasTheBytes) {
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
}
