package dev.tieout.reconciliation.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.metrics.Metrics;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.AccountLegs;
import dev.tieout.reconciliation.GlAccount;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.RollForward;
import dev.tieout.reconciliation.TieOut;
import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.VarianceEvidence;
import dev.tieout.reconciliation.internal.VarianceKeeping.Step;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Page;
import dev.tieout.terms.Refusal.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ThreeWayReconciliation implements Reconciliation {

    /** Two comparisons of one close come one after the other. */
    private static final String ONE_AT_A_TIME = "select id from close where id = ? for update";

    private final JdbcClient jdbc;
    private final Closes closes;
    private final Policies policies;
    private final Metrics metrics;
    private final Legs legs;
    private final RollForwards rollForwards;
    private final LegPages pages;
    private final EvidenceSearch evidence;
    private final Differences differences;
    private final VarianceKeeping keeping;
    private final VarianceRecords variances;
    private final VarianceSteps steps;
    private final OpenAmounts openAmounts;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    ThreeWayReconciliation(
            JdbcClient jdbc,
            Closes closes,
            Policies policies,
            Metrics metrics,
            Legs legs,
            RollForwards rollForwards,
            LegPages pages,
            EvidenceSearch evidence,
            Differences differences,
            VarianceKeeping keeping,
            VarianceRecords variances,
            VarianceSteps steps,
            OpenAmounts openAmounts,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.closes = closes;
        this.policies = policies;
        this.metrics = metrics;
        this.legs = legs;
        this.rollForwards = rollForwards;
        this.pages = pages;
        this.evidence = evidence;
        this.differences = differences;
        this.keeping = keeping;
        this.variances = variances;
        this.steps = steps;
        this.openAmounts = openAmounts;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public OpenVariance reconcile(long closeId) {
        currentActor.require(Role.CONTROLLER);
        jdbc.sql(ONE_AT_A_TIME).param(closeId).query(Long.class).optional();
        var run = run(closeId);
        var close = run.close();
        var withoutRate = legs.compare(run);
        if (!withoutRate.isEmpty()) {
            throw new StepRefused(
                    Kind.CONFLICT,
                    "rate-missing",
                    "Legs differ in " + String.join(", ", withoutRate) + ", and " + close.period()
                            + " has no exchange rate for it. Import the rates, or correct the currency.");
        }
        differences.gather(run);
        var changed = keeping.apply(run);
        var open = open(closeId);
        audit.record("tied-out", "close/" + close.period(), null, outcome(closeId, changed, open), null);
        return open;
    }

    private Map<String, Object> outcome(long closeId, Map<Step, Long> changed, OpenVariance open) {
        return Map.of("legs", totals(closeId), "changed", changed, "open", open.count(), "openAmount", open.amount());
    }

    @Override
    @Transactional(readOnly = true)
    public OpenVariance open(long closeId) {
        var choices = choices(closeId);
        return WorstCase.of(openAmounts.of(closeId, choices), metrics.total(closeId), choices.reactivationInNrr());
    }

    private Choices choices(long closeId) {
        return policies.version(closes.withKey(closeId).policyVersion()).choices();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TieOut> totals(long closeId) {
        return legs.totals(closeId);
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalLong comparedAt(long closeId) {
        return legs.comparedAt(closeId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RollForward> rollForward(long closeId) {
        return rollForwards.of(closes.withKey(closeId));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<AccountLegs> legs(long closeId, AccountLegs.Which which, String search, String after, int accounts) {
        return pages.page(run(closeId), which, search, after, accounts);
    }

    @Override
    @Transactional(readOnly = true)
    public List<GlAccount> glAccounts(long closeId) {
        return pages.byGlAccount(run(closeId));
    }

    @Override
    @Transactional(readOnly = true)
    public VarianceEvidence evidence(long varianceId) {
        var variance = variance(varianceId);
        return evidence.of(run(variance.closeId()), variance);
    }

    private Comparison run(long closeId) {
        return new Comparison(closes.withKey(closeId), choices(closeId), clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Variance> variances(long closeId, int offset, int limit) {
        return variances.of(closeId, offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(long closeId) {
        return variances.count(closeId);
    }

    @Override
    @Transactional(readOnly = true)
    public Variance variance(long id) {
        return variances.find(id).orElseThrow(() -> new NoSuchVariance(id));
    }

    @Override
    public Variance explain(long id, VarianceCause cause, String comment) {
        return steps.explain(id, cause, comment);
    }

    @Override
    public int explainAll(long closeId, VarianceCause cause, String comment) {
        return steps.explainAll(closeId, cause, comment);
    }

    @Override
    public Variance assign(long id, String owner, LocalDate due) {
        return steps.assign(id, owner, due);
    }

    @Override
    public Variance approve(long id, @Nullable String comment) {
        return steps.approve(id, comment);
    }

    @Override
    public Variance reject(long id, String comment) {
        return steps.reject(id, comment);
    }
}
