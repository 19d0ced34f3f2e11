package dev.tieout.metrics.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Closes.CloseIsFinal;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeRow;
import dev.tieout.metrics.InvariantBreached;
import dev.tieout.metrics.InvariantBreached.Breach;
import dev.tieout.metrics.Metrics;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.Policies;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ComputedFigures implements Metrics {

    private final JdbcClient jdbc;
    private final Invariants invariants;
    private final Closes closes;
    private final Policies policies;
    private final CurrentActor currentActor;
    private final AuditTrail audit;

    ComputedFigures(
            JdbcClient jdbc,
            Invariants invariants,
            Closes closes,
            Policies policies,
            CurrentActor currentActor,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.invariants = invariants;
        this.closes = closes;
        this.policies = policies;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Bridge compute(long closeId) {
        currentActor.require(Role.ANALYST, Role.APPROVER, Role.CONTROLLER);
        var close = closes.withKey(closeId);
        if (!close.isChangeable()) {
            throw new CloseIsFinal(close);
        }
        var policy = policies.version(close.policyVersion()).choices();
        refuse(invariants.ofAccounts(close, policy.grain() == Grain.LINE));
        jdbc.sql(FigureSql.DELETE).param(closeId).update();
        jdbc.sql(FigureSql.COMPUTE).param("close", closeId).update();
        refuse(Invariants.ofFigures(
                jdbc.sql(FigureSql.ALL).param(closeId).query(BridgeRow::bridge).list()));
        var total = total(closeId).orElseThrow();
        record(close, policy, total);
        return total;
    }

    /** Thrown inside the transaction, so that figures which contradict themselves are never kept. */
    private static void refuse(List<Breach> breaches) {
        if (!breaches.isEmpty()) {
            throw new InvariantBreached(breaches);
        }
    }

    private void record(Close close, Choices policy, Bridge total) {
        var computed = new Computed(
                total.opening().toPlainString(),
                total.closing().toPlainString(),
                policy.reportingCurrency(),
                total.nrr(policy.reactivationInNrr())
                        .map(nrr -> nrr.decimal().toPlainString())
                        .orElse("no base"),
                total.grr().map(grr -> grr.decimal().toPlainString()).orElse("no base"));
        audit.record("figures-computed", "close/" + close.period(), null, computed, null);
    }

    @Override
    public Optional<Bridge> total(long closeId) {
        return stored(closeId, "").stream().findFirst();
    }

    @Override
    public boolean areCurrent(long closeId) {
        return jdbc.sql(FigureSql.CURRENT)
                .param("close", closeId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Bridge> slices(long closeId, String dimension) {
        if (dimension.isEmpty()) {
            return List.of();
        }
        return STANDING_DIMENSIONS.contains(dimension) ? stored(closeId, dimension) : onDemand(closeId, dimension);
    }

    private List<Bridge> stored(long closeId, String dimension) {
        return jdbc.sql(FigureSql.STORED)
                .params(closeId, dimension)
                .query(BridgeRow::bridge)
                .list();
    }

    private List<Bridge> onDemand(long closeId, String dimension) {
        return jdbc.sql(FigureSql.ON_DEMAND)
                .param("close", closeId)
                .param("dimension", dimension)
                .query(BridgeRow::bridge)
                .list();
    }

    @Override
    public List<String> dimensions(long closeId) {
        return jdbc.sql(FigureSql.DIMENSIONS).param(closeId).query(String.class).list();
    }

    /** What the trail keeps of a computation. */
    private record Computed(String opening, String closing, String currency, String nrr, String grr) {}
}
