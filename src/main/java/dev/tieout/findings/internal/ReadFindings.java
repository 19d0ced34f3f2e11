package dev.tieout.findings.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.findings.Finding;
import dev.tieout.findings.Findings;
import dev.tieout.findings.internal.Reading.Figures;
import dev.tieout.publication.LargestAccounts;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ReadFindings implements Findings {

    private final Closes closes;
    private final Publications publications;
    private final LargestAccounts accounts;

    ReadFindings(Closes closes, Publications publications, LargestAccounts accounts) {
        this.closes = closes;
        this.publications = publications;
        this.accounts = accounts;
    }

    @Override
    public List<Finding> of(long closeId, @Nullable Integer version) {
        var report = publications.report(closeId, version, View.MRR, "");
        return of(new Reading(
                figures(report),
                before(closes.withKey(closeId), report),
                report.publication().currency(),
                (lines, limit) -> accounts.of(report.publication(), lines, limit)));
    }

    /** Every finding, in the order of the kinds. */
    static List<Finding> of(Reading reading) {
        var findings = new ArrayList<Finding>();
        RatioFindings.of(reading).ifPresent(findings::add);
        findings.addAll(ConcentrationFindings.of(reading));
        LineFindings.of(reading).ifPresent(findings::add);
        findings.sort(Comparator.comparing(Finding::kind));
        return List.copyOf(findings);
    }

    /** Amounts of two currencies cannot be compared; a policy that reports in another since begins anew. */
    private Optional<Figures> before(Close close, Report report) {
        return closes.before(close)
                .filter(previous -> publications.latest(previous.key()).isPresent())
                .map(previous -> publications.report(previous.key(), null, View.MRR, ""))
                .filter(previous -> previous.publication()
                        .currency()
                        .equals(report.publication().currency()))
                .map(ReadFindings::figures);
    }

    private static Figures figures(Report report) {
        return new Figures(
                report.publication().period(),
                report.total(),
                report.publication().stamps().reactivationInNrr());
    }
}
