package dev.tieout.exports.internal;

import dev.tieout.publication.Publication;
import dev.tieout.publication.Report;
import dev.tieout.publication.report.ReadingGuide;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a share link shows.
 *
 * @param organisation its name
 * @param restated the version that a RESTATED one replaces
 * @param newest the newest version of the period, which may be this one
 * @param expiresAt when the link ends
 */
public record SharedReport(
        String organisation,
        Report report,
        Optional<Report> before,
        Optional<Publication> restated,
        Publication newest,
        ReadingGuide guide,
        Instant expiresAt,
        ZoneId zone) {

    /** A newer version says something else. */
    public boolean superseded() {
        return newest.version() > report.publication().version();
    }
}
