package dev.tieout.publication.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.policy.Policies;
import dev.tieout.publication.AppliedCorrections;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Approver;
import dev.tieout.publication.Publication.Stamps;
import dev.tieout.publication.Publication.Status;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts together everything a version is stamped with, and reads it back. */
@Component
class Stamping {

    private final Policies policies;
    private final SignOffs signOffs;
    private final Reconciliation reconciliation;
    private final StampedSources sources;
    private final ObjectProvider<AppliedCorrections> corrections;
    private final Clock clock;
    private final String build;

    private final JsonMapper json = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    Stamping(
            Policies policies,
            SignOffs signOffs,
            Reconciliation reconciliation,
            StampedSources sources,
            ObjectProvider<AppliedCorrections> corrections,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.policies = policies;
        this.signOffs = signOffs;
        this.reconciliation = reconciliation;
        this.sources = sources;
        this.corrections = corrections;
        this.clock = clock;
        this.build = build.stream()
                .findFirst()
                .map(properties -> properties.getVersion() + " " + properties.getTime())
                .orElse("unpackaged");
    }

    /** A version as it would stand if it were published now. */
    PublicationRecord stamp(Close close, Status status, int version) {
        // PostgreSQL keeps microseconds; the stamp must read back equal to the column.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var choices = policies.version(close.policyVersion()).choices();
        var open = reconciliation.open(close.key());
        return new PublicationRecord(
                null,
                close.organisation(),
                close.key(),
                version,
                status,
                choices.reportingCurrency(),
                now,
                Math.toIntExact(open.count()),
                open.amount(),
                decimal(open.nrrLow()),
                decimal(open.nrrHigh()),
                decimal(open.grrLow()),
                decimal(open.grrHigh()),
                json.writeValueAsString(stamps(close, choices.reactivationInNrr(), now)));
    }

    private Stamps stamps(Close close, boolean reactivationInNrr, Instant now) {
        var applied = corrections.stream()
                .flatMap(known -> known.of(close.key()).stream())
                .toList();
        return new Stamps(
                close.revision(),
                sources.content(close.key()),
                close.policyVersion(),
                reactivationInNrr,
                close.ruleVersions(),
                sources.rules(close.key()),
                Objects.requireNonNullElse(close.cohortHash(), ""),
                sources.of(close.key()),
                build,
                now,
                approvers(close.key(), applied),
                applied);
    }

    private List<Approver> approvers(long closeId, List<Publication.Correction> applied) {
        var signed = signOffs.of(closeId).stream()
                .filter(SignOff::stands)
                .map(signOff -> new Approver(signOff.kind().name(), signOff.person(), signOff.signedAt()));
        var approved = applied.stream()
                .map(correction -> new Approver(
                        "CORRECTION " + correction.id(), correction.approvedBy(), correction.approvedAt()));
        return Stream.concat(signed, approved).toList();
    }

    Stamps stamps(PublicationRecord kept) {
        return json.readValue(kept.stamps(), Stamps.class);
    }

    /** A kept version as everyone sees it. */
    Publication read(PublicationRecord kept, String period) {
        return new Publication(
                Objects.requireNonNullElse(kept.id(), 0L),
                kept.closeId(),
                period,
                kept.version(),
                kept.status(),
                kept.currency(),
                kept.publishedAt(),
                kept.openVariances(),
                kept.openVariance(),
                kept.nrrLow(),
                kept.nrrHigh(),
                kept.grrLow(),
                kept.grrHigh(),
                stamps(kept));
    }

    private static @Nullable BigDecimal decimal(@Nullable Ratio ratio) {
        return ratio == null ? null : ratio.decimal();
    }
}
