package dev.tieout.publication.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.cohort.Cohort;
import dev.tieout.metrics.Bridge;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.publication.AccountDifference;
import dev.tieout.publication.Gate;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Published;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.VersionDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PublishedVersions implements Publications {

    private final PublicationRecords records;
    private final PublishedFigures figures;
    private final DifferingMovements differences;
    private final Stamping stamping;
    private final Closes closes;
    private final GateReading gates;
    private final Cohort cohort;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    PublishedVersions(
            PublicationRecords records,
            PublishedFigures figures,
            DifferingMovements differences,
            Stamping stamping,
            Closes closes,
            GateReading gates,
            Cohort cohort,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.records = records;
        this.figures = figures;
        this.differences = differences;
        this.stamping = stamping;
        this.closes = closes;
        this.gates = gates;
        this.cohort = cohort;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Publication publish(long closeId, Status status) {
        currentActor.require(Role.CONTROLLER);
        records.hold(closeId);
        var close = closes.withKey(closeId);
        var latest = latest(closeId);
        var fresh =
                stamping.stamp(close, status, latest.map(Publication::version).orElse(0) + 1);
        if (latest.filter(previous -> says(previous, fresh)).isPresent()) {
            return latest.get();
        }
        refuseUnlessOpen(close, fresh, latest);
        var kept = records.save(fresh);
        figures.copy(closeId, kept.key());
        cohort.keepClosing(closeId, kept.version());
        var published = stamping.read(kept, close.period());
        audit.record("published", "close/" + close.period(), null, summary(published), null);
        events.publishEvent(new Published(published));
        return published;
    }

    /** Whether a version says the same already: the same step asked again, not a new version. */
    private boolean says(Publication previous, PublicationRecord fresh) {
        var stamps = stamping.stamps(fresh);
        return previous.status() == fresh.status()
                && previous.stamps().revision() == stamps.revision()
                && previous.stamps().content().equals(stamps.content());
    }

    private void refuseUnlessOpen(Close close, PublicationRecord fresh, Optional<Publication> latest) {
        boolean isFinal = latest.filter(previous -> previous.status() != Status.PROVISIONAL)
                .isPresent();
        if (isFinal != (fresh.status() == Status.RESTATED)) {
            refuseOutOfOrder(close, isFinal);
        }
        if (fresh.status() == Status.RESTATED && !close.isBeingCorrected()) {
            throw new GateClosed("A restated version follows an approved correction.");
        }
        var inTheWay = gate(close).standingInTheWayOf(fresh.status());
        if (!inTheWay.isEmpty()) {
            throw new GateClosed(inTheWay);
        }
    }

    /** After a final version come restated ones only, and nothing is restated before. */
    private static void refuseOutOfOrder(Close close, boolean isFinal) {
        if (isFinal) {
            throw new Closes.CloseIsFinal(close);
        }
        throw new GateClosed("A restated version follows a final one.");
    }

    @Override
    @Transactional(readOnly = true)
    public Gate gate(long closeId) {
        return gate(closes.withKey(closeId));
    }

    private Gate gate(Close close) {
        return gates.of(
                close,
                of(close.key()).stream()
                        .map(version -> version.stamps().policy())
                        .collect(Collectors.toSet()));
    }

    private static Map<String, Object> summary(Publication published) {
        return Map.of(
                "version", published.version(),
                "status", published.status(),
                "revision", published.stamps().revision(),
                "content", published.stamps().content(),
                "openVariances", published.openVariances(),
                "openVariance", published.openVariance(),
                "approvers",
                        published.stamps().approvers().stream()
                                .map(Publication.Approver::person)
                                .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Publication> of(long closeId) {
        var period = closes.withKey(closeId).period();
        return records.findByCloseIdOrderByVersion(closeId).stream()
                .map(kept -> stamping.read(kept, period))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Publication> latest(long closeId) {
        return records.findFirstByCloseIdOrderByVersionDesc(closeId)
                .map(kept -> stamping.read(kept, closes.withKey(closeId).period()));
    }

    @Override
    @Transactional(readOnly = true)
    public Report report(long closeId, @Nullable Integer version, View view, String dimension) {
        var publication = version(closeId, version);
        var total = figures.total(publication.id());
        var slices = slices(publication.id(), dimension);
        return view == View.MRR
                ? new Report(publication, view, total, dimension, slices)
                : new Report(
                        publication,
                        view,
                        total.annual(),
                        dimension,
                        slices.stream().map(Bridge::annual).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public VersionDifference difference(long closeId, int from, int to) {
        var before = version(closeId, from);
        var after = version(closeId, to);
        return VersionDifference.of(
                before,
                figures.total(before.id()),
                after,
                figures.total(after.id()),
                DifferingStamps.of(before, after),
                differences.count(before.id(), after.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public AccountDifferences differences(long closeId, int from, int to, @Nullable String cursor, int limit) {
        var found = differences.after(
                version(closeId, from).id(), version(closeId, to).id(), MovementKey.parse(cursor), limit + 1);
        if (found.size() <= limit) {
            return new AccountDifferences(found, null);
        }
        var page = found.subList(0, limit);
        var last = page.getLast();
        return new AccountDifferences(page, new MovementKey(last.account(), last.line()).text());
    }

    @Override
    @Transactional(readOnly = true)
    public void eachDifference(long closeId, int from, int to, Consumer<AccountDifference> reader) {
        differences.each(version(closeId, from).id(), version(closeId, to).id(), reader);
    }

    private Publication version(long closeId, @Nullable Integer version) {
        var period = closes.withKey(closeId).period();
        var kept = version == null
                ? records.findFirstByCloseIdOrderByVersionDesc(closeId)
                : records.findByCloseIdAndVersion(closeId, version);
        return kept.map(one -> stamping.read(one, period))
                .orElseThrow(() -> new NotPublished(
                        version == null
                                ? "Nothing of " + period + " has been published yet."
                                : period + " has no version " + version + "."));
    }

    private List<Bridge> slices(long publication, String dimension) {
        if (dimension.isEmpty()) {
            return List.of();
        }
        var computed = figures.slices(publication, dimension);
        if (!computed.isEmpty()) {
            return computed;
        }
        if (!figures.carried(publication, dimension)) {
            throw new NoSuchDimension(dimension);
        }
        return figures.byAttribute(publication, dimension);
    }
}
