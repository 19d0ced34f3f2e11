package dev.tieout.policy.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationCreated;
import dev.tieout.organisation.Role;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.State;
import dev.tieout.policy.PeriodsOpened;
import dev.tieout.policy.Policies;
import dev.tieout.policy.PolicyDecided;
import dev.tieout.policy.PolicyProposed;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ApprovedPolicies implements Policies {

    private final PolicyVersions versions;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final PeriodsOpened opened;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovedPolicies(
            PolicyVersions versions,
            CurrentActor currentActor,
            AuditTrail audit,
            PeriodsOpened opened,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.opened = opened;
        this.events = events;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void begin(OrganisationCreated created) {
        var now = clock.instant();
        var first = new MetricPolicy(
                null,
                created.organisation().value(),
                1,
                State.APPROVED,
                null,
                Choices.standard(),
                currentActor.get().name(),
                now,
                currentActor.get().name(),
                now);
        versions.save(first);
        audit.record("policy-approved", "policy/1", null, first.choices(), "The standard policy of a new organisation");
    }

    @Override
    @Transactional(readOnly = true)
    public MetricPolicy inForce(Period period) {
        return versions.findAllByOrderByVersionDesc().stream()
                .filter(policy -> policy.coversFrom(period))
                .findFirst()
                .orElseThrow(() -> new NoPolicyInForce(period));
    }

    @Override
    @Transactional(readOnly = true)
    public MetricPolicy version(int version) {
        return versions.findByVersion(version).orElseThrow(() -> new NoSuchPolicy(version));
    }

    @Override
    @Transactional(readOnly = true)
    public List<MetricPolicy> all() {
        return versions.findAllByOrderByVersionDesc();
    }

    @Override
    public MetricPolicy propose(Choices choices, @Nullable Period effectiveFrom, String comment) {
        var author = currentActor.require(Role.ADMIN, Role.ANALYST);
        PossibleChoices.check(choices);
        refuseOpened(effectiveFrom);
        int version = all().stream().mapToInt(MetricPolicy::version).max().orElse(0) + 1;
        var proposed = versions.save(new MetricPolicy(
                null,
                author.organisation().value(),
                version,
                State.IN_REVIEW,
                Optional.ofNullable(effectiveFrom).map(Period::toString).orElse(null),
                choices,
                author.name(),
                clock.instant(),
                null,
                null));
        audit.record("policy-proposed", "policy/" + version, null, choices, comment);
        events.publishEvent(new PolicyProposed(version, choices.taskSlaDays()));
        return proposed;
    }

    private void refuseOpened(@Nullable Period effectiveFrom) {
        var latest = opened.latest();
        if (effectiveFrom != null
                && latest.isPresent()
                && effectiveFrom.start().isBefore(latest.get().end())) {
            throw new ImpossibleChoice("A version applies from a period that has not been opened, "
                    + latest.get().next() + " or later: a close keeps the policy that it began with.");
        }
    }

    @Override
    public MetricPolicy approve(int version, @Nullable String comment) {
        var approver = currentActor.require(Role.APPROVER, Role.ADMIN);
        var proposed = undecided(version, approver);
        var approved = versions.save(proposed.approvedBy(approver.name(), clock.instant()));
        audit.record("policy-approved", "policy/" + version, proposed.state(), approved.state(), comment);
        events.publishEvent(new PolicyDecided(version));
        return approved;
    }

    @Override
    public MetricPolicy reject(int version, String comment) {
        var approver = currentActor.require(Role.APPROVER, Role.ADMIN);
        var proposed = undecided(version, approver);
        if (comment.isBlank()) {
            throw new NotApprovable(Kind.INVALID, "Say why the version is rejected.");
        }
        var rejected = versions.save(proposed.rejected());
        audit.record("policy-rejected", "policy/" + version, proposed.state(), rejected.state(), comment.strip());
        events.publishEvent(new PolicyDecided(version));
        return rejected;
    }

    private MetricPolicy undecided(int version, Actor person) {
        var proposed = version(version);
        if (proposed.state() != State.IN_REVIEW) {
            throw new NotApprovable(Kind.CONFLICT, "Version " + version + " is not waiting for approval.");
        }
        if (proposed.createdBy().equals(person.name())) {
            throw new NotApprovable(Kind.FORBIDDEN, "Who wrote a policy version does not approve it.");
        }
        return proposed;
    }
}
