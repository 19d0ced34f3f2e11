package dev.tieout.publication;

import dev.tieout.closing.Closes;
import dev.tieout.publication.Report.View;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The report that a report is compared with. */
@Component
public class PreviousReports {

    private final Closes closes;
    private final Publications publications;

    PreviousReports(Closes closes, Publications publications) {
        this.closes = closes;
        this.publications = publications;
    }

    /**
     * The period before, in the version that stood when {@code publication} went out: a later restatement of it does not change what was
     * said then. Without slices; empty for an organisation's first period.
     */
    public Optional<Report> before(Publication publication, View view) {
        return closes.before(closes.withKey(publication.closeId()))
                .flatMap(previous -> publications.of(previous.key()).stream()
                        .filter(version -> !version.publishedAt().isAfter(publication.publishedAt()))
                        .reduce((earlier, later) -> later)
                        .map(version -> publications.report(previous.key(), version.version(), view, "")));
    }
}
