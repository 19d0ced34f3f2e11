package dev.tieout.closing.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.CloseChanged;
import dev.tieout.closing.CloseOpened;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.closing.SignOff;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.Policies;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Period;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OpenedCloses implements Closes {

    private final CloseRecords closes;
    private final Signatures signatures;
    private final Contributions contributions;
    private final Policies policies;
    private final RuleTables rules;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpenedCloses(
            CloseRecords closes,
            Signatures signatures,
            Contributions contributions,
            Policies policies,
            RuleTables rules,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.closes = closes;
        this.signatures = signatures;
        this.contributions = contributions;
        this.policies = policies;
        this.rules = rules;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Close open(Period period) {
        var opener = currentActor.require(Role.ANALYST, Role.CONTROLLER);
        var policy = policies.inForce(period);
        var latest = all().stream().findFirst();
        refuseUnlessNext(period, policy, latest);
        try {
            var close = closes.save(fresh(period, policy, latest.isEmpty(), opener.name()));
            contributions.note(close.key(), Contributions.Kind.OPENED);
            audit.record("close-opened", "close/" + period, null, pinned(close), null);
            events.publishEvent(new CloseOpened(opener.organisation(), close.key(), close.period()));
            return close;
        } catch (DuplicateKeyException twoAtOnce) {
            throw new PeriodExists(period);
        }
    }

    private void refuseUnlessNext(Period period, MetricPolicy policy, Optional<Close> latest) {
        var length = policy.choices().periodLength();
        if (period.length() != length) {
            throw new WrongLength("The metric policy closes periods of one "
                    + length.name().toLowerCase(Locale.ROOT) + "; " + period + " is none.");
        }
        if (closes.findByPeriod(period.toString()).isPresent()) {
            throw new PeriodExists(period);
        }
        latest.ifPresent(previous -> {
            if (!previous.span().next().equals(period)) {
                throw new PreviousNotPublished(
                        "The next period to close is " + previous.span().next() + ", not " + period + ".");
            }
            if (!previous.published()) {
                throw new PreviousNotPublished("The close of " + previous.period() + " has published nothing yet; "
                        + period + " opens from its closing balance.");
            }
        });
    }

    private Close fresh(Period period, MetricPolicy policy, boolean first, String opener) {
        var organisation = currentActor.get().organisation().value();
        var pinned = rules.pin(period).entrySet().stream()
                .map(rule -> new Close.PinnedRule(organisation, rule.getKey(), rule.getValue()))
                .collect(Collectors.toSet());
        return new Close(
                null,
                organisation,
                period.toString(),
                period.start(),
                period.end(),
                policy.choices().cutoff(period),
                first,
                CloseState.OPEN,
                "Freeze opening cohort",
                null,
                false,
                0,
                policy.version(),
                null,
                null,
                opener,
                clock.instant(),
                null,
                pinned,
                0);
    }

    private static Map<String, Object> pinned(Close close) {
        return Map.of(
                "policy",
                close.policyVersion(),
                "rules",
                close.ruleVersions(),
                "cutoff",
                close.cutoff().toString());
    }

    @Override
    @Transactional(readOnly = true)
    public Close of(Period period) {
        return closes.findByPeriod(period.toString()).orElseThrow(() -> new NoSuchClose(period));
    }

    @Override
    @Transactional(readOnly = true)
    public Close withKey(long closeId) {
        return closes.findById(closeId).orElseThrow(() -> new NoSuchClose(closeId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Close> before(Close close) {
        return closes.findFirstByStartsOnBeforeOrderByStartsOnDesc(close.startsOn());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Close> all() {
        return closes.findAllByOrderByStartsOnDesc();
    }

    @Override
    public void entered(long closeId, CloseState state, String step) {
        stand(closeId, state, step, Optional.empty());
    }

    @Override
    public void troubled(long closeId, String step, String sentence) {
        stand(closeId, CloseState.FAILED, step, Optional.of(sentence));
    }

    private void stand(long closeId, CloseState state, String step, Optional<String> trouble) {
        var before = withKey(closeId);
        if (closes.stand(closeId, state.name(), step, trouble.orElse(null)) > 0) {
            audit.record(
                    "close-entered-step",
                    "close/" + before.period(),
                    Map.of("state", before.state(), "step", before.step()),
                    Map.of("state", state, "step", step),
                    trouble.orElse(null));
        }
    }

    @Override
    public void drivenBy(long closeId, long processInstanceKey) {
        closes.drivenBy(closeId, processInstanceKey);
    }

    @Override
    public void cohortFrozen(long closeId, String sha256) {
        closes.cohortFrozen(closeId, sha256);
        audit.record("cohort-frozen", "close/" + withKey(closeId).period(), null, Map.of("sha256", sha256), null);
    }

    @Override
    public long changed(long closeId, SignOff.Kind touched, String because) {
        long revision = closes.raise(closeId);
        // Read now that the row is locked: whoever looked before may have looked before the final version went out.
        var close = withKey(closeId);
        if (!close.isChangeable()) {
            throw new CloseIsFinal(close);
        }
        if (close.isBeingCorrected()) {
            return revision;
        }
        signatures.suspend(closeId, touched, because);
        events.publishEvent(new CloseChanged(closeId, touched, because));
        return revision;
    }

    @Override
    public Close repin(long closeId, PinnedTable crosswalk, String because) {
        currentActor.require(Role.ANALYST);
        if (!crosswalk.table().equals(RuleTables.STATUS_CROSSWALK)) {
            throw new IllegalArgumentException(crosswalk + " is no status crosswalk");
        }
        holdRevision(closeId);
        var close = withKey(closeId);
        int pinned = close.ruleVersion(crosswalk.table());
        if (pinned == crosswalk.version()) {
            return close;
        }
        boolean approved = signatures.of(closeId).stream()
                .anyMatch(signed -> signed.stands() && signed.kind() == SignOff.Kind.CLASSIFICATION);
        if (approved || close.published() || !close.isChangeable()) {
            throw new CrosswalkStays(close);
        }
        closes.unpin(closeId, crosswalk.table());
        closes.pin(closeId, crosswalk.table(), crosswalk.version());
        audit.record(
                "close-repinned",
                "close/" + close.period(),
                Map.of(crosswalk.table(), pinned),
                Map.of(crosswalk.table(), crosswalk.version()),
                because);
        changed(
                closeId,
                SignOff.Kind.CLASSIFICATION,
                "The close uses version " + crosswalk.version() + " of the status crosswalk.");
        return withKey(closeId);
    }

    @Override
    public void beginCorrection(long closeId, long correctionId) {
        if (closes.beginCorrection(closeId, correctionId) == 0) {
            throw new IllegalStateException(
                    "close " + closeId + " is not final, or another correction is being applied");
        }
    }

    @Override
    public void endCorrection(long closeId) {
        closes.endCorrection(closeId);
    }

    @Override
    public long holdRevision(long closeId) {
        return closes.hold(closeId).orElseThrow(() -> new NoSuchClose(closeId));
    }
}
