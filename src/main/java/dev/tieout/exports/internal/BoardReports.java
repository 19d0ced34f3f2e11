package dev.tieout.exports.internal;

import dev.tieout.exports.Exports.AskedReport;
import dev.tieout.exports.pdf.BoardReport;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.policy.Policies;
import dev.tieout.publication.PreviousReports;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.ReadingGuide;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A report together with what it is read against: the period before, the version it restates, its policy's zone. */
@Component
@Transactional(readOnly = true)
class BoardReports {

    private static final String SLICE = "segment";

    private final Publications publications;
    private final PreviousReports previousReports;
    private final PublishedMovements movements;
    private final Policies policies;
    private final Organisations organisations;
    private final CurrentActor currentActor;

    BoardReports(
            Publications publications,
            PreviousReports previousReports,
            PublishedMovements movements,
            Policies policies,
            Organisations organisations,
            CurrentActor currentActor) {
        this.publications = publications;
        this.previousReports = previousReports;
        this.movements = movements;
        this.policies = policies;
        this.organisations = organisations;
        this.currentActor = currentActor;
    }

    Report read(AskedReport asked) {
        return publications.report(asked.closeId(), asked.version(), asked.view(), asked.slice());
    }

    /** The same by segment where it asks for no slice and accounts carry one. */
    AskedReport sliced(AskedReport asked) {
        if (!asked.slice().isEmpty()) {
            return asked;
        }
        var publication = version(asked);
        return movements.carry(publication.id(), SLICE)
                ? new AskedReport(asked.closeId(), publication.version(), asked.view(), SLICE)
                : asked;
    }

    Publication version(AskedReport asked) {
        return publications
                .report(asked.closeId(), asked.version(), View.MRR, "")
                .publication();
    }

    BoardReport forTheBoard(AskedReport asked) {
        var report = read(sliced(asked));
        return BoardReport.of(organisation(), report, before(report), restated(report), zone(report.publication()));
    }

    SharedReport shared(AskedReport asked, Instant expiresAt) {
        var board = forTheBoard(asked);
        return new SharedReport(
                board.organisation(),
                board.report(),
                board.before(),
                board.restated(),
                publications.latest(asked.closeId()).orElse(board.report().publication()),
                board.guide(),
                expiresAt,
                board.zone());
    }

    ReadingGuide guide(Report report) {
        return ReadingGuide.of(report, before(report).orElse(null));
    }

    private Optional<Report> before(Report report) {
        return previousReports.before(report.publication(), report.view());
    }

    private Optional<Publication> restated(Report report) {
        return publications.of(report.publication().closeId()).stream()
                .filter(version -> version.version() == report.publication().version() - 1)
                .findFirst();
    }

    private String organisation() {
        var id = currentActor.get().organisation();
        return organisations.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Organisations.Organisation::name)
                .orElseGet(id::value);
    }

    /** Of the policy that the version was published under: a later choice of zone does not change what was published. */
    ZoneId zone(Publication publication) {
        return policies.version(publication.stamps().policy()).choices().zone();
    }
}
