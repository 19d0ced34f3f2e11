package dev.tieout.exports.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.exports.ShareLink;
import dev.tieout.exports.ShareLinks;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report.View;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class KeptShareLinks implements ShareLinks {

    private final ShareLinkRows rows;
    private final Publications publications;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    KeptShareLinks(
            ShareLinkRows rows, Publications publications, CurrentActor currentActor, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.publications = publications;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Made make(long closeId, @Nullable Integer version, int days, String note) {
        var controller = currentActor.require(Role.CONTROLLER);
        var whom = note.strip();
        refuseUnlessPossible(days, whom);
        var publication = publications.report(closeId, version, View.MRR, "").publication();
        var token = Token.random();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = rows.insert(publication.id(), token, whom, controller.name(), now, now.plus(Duration.ofDays(days)));
        var link = kept(id);
        audit.record("share-link-created", subject(link), null, summary(link), whom);
        return new Made(link, token.text());
    }

    private static void refuseUnlessPossible(int days, String note) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw new ImpossibleLink("A link opens for 1 to " + LONGEST_DAYS + " days, not " + days + ".");
        }
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw new ImpossibleLink("Say in a note of up to " + LONGEST_NOTE + " characters whom the link is for.");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<ShareLink> of(long closeId) {
        return rows.of(closeId);
    }

    @Override
    public ShareLink revoke(long id) {
        var controller = currentActor.require(Role.CONTROLLER);
        var before = kept(id);
        if (rows.revoke(id, controller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            var after = kept(id);
            audit.record("share-link-revoked", subject(after), summary(before), summary(after), null);
            return after;
        }
        return before;
    }

    private ShareLink kept(long id) {
        return rows.one(id).orElseThrow(() -> new NoSuchLink(id));
    }

    private static String subject(ShareLink link) {
        return "close/" + link.period() + "/share-link/" + link.id();
    }

    private static Map<String, Object> summary(ShareLink link) {
        return Map.of(
                "version", link.version(),
                "note", link.note(),
                "expiresAt", link.expiresAt(),
                "uses", link.uses(),
                "revoked", link.revokedAt() != null);
    }
}
