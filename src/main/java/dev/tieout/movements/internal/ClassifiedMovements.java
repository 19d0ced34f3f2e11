package dev.tieout.movements.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Closes.CloseIsFinal;
import dev.tieout.movements.Movement;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.movements.SourceRow;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.Policies;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ClassifiedMovements implements Movements {

    private final Shards shards;
    private final CorrectedAccounts corrected;
    private final MovementQueries queries;
    private final SourceRows sources;
    private final StandingDecisions standing;
    private final Decisions decisions;
    private final Closes closes;
    private final Policies policies;
    private final CurrentActor currentActor;

    ClassifiedMovements(
            Shards shards,
            CorrectedAccounts corrected,
            MovementQueries queries,
            SourceRows sources,
            StandingDecisions standing,
            Decisions decisions,
            Closes closes,
            Policies policies,
            CurrentActor currentActor) {
        this.shards = shards;
        this.corrected = corrected;
        this.queries = queries;
        this.sources = sources;
        this.standing = standing;
        this.decisions = decisions;
        this.closes = closes;
        this.policies = policies;
        this.currentActor = currentActor;
    }

    @Override
    public int shards(long closeId) {
        return shards.number(closeId);
    }

    @Override
    @Transactional
    public long classify(long closeId, int shard, int of) {
        currentActor.require(Role.ANALYST, Role.APPROVER);
        if (of < 1 || shard < 0 || shard >= of) {
            throw new IllegalArgumentException("There is no shard " + shard + " of " + of);
        }
        standing.shareWithShards(closeId);
        var close = changeable(closeId);
        return shards.classify(close, policies.version(close.policyVersion()).choices(), shard, of);
    }

    @Override
    @Transactional
    public void reclassify(long closeId, Set<String> accounts) {
        var close = decidable(closeId);
        if (!accounts.isEmpty()) {
            corrected.classify(close, policies.version(close.policyVersion()).choices(), accounts);
        }
    }

    @Override
    public Map<MovementClass, Long> counts(long closeId) {
        return queries.counts(closeId);
    }

    @Override
    public long count(long closeId, MovementFilter filter) {
        return queries.count(closeId, filter);
    }

    @Override
    public List<Movement> find(long closeId, MovementFilter filter, Sort sort, long offset, int limit) {
        return queries.find(closeId, filter, sort, offset, limit);
    }

    @Override
    public List<Movement> after(long closeId, MovementFilter filter, @Nullable String cursor, int limit) {
        return queries.after(closeId, filter, Cursor.parse(cursor), limit);
    }

    @Override
    public Movement of(long closeId, String account, String line) {
        return queries.of(closeId, account, line);
    }

    @Override
    public List<Movement> ofAccount(long closeId, String account) {
        return queries.ofAccount(closeId, account);
    }

    @Override
    public Map<Movement, List<SourceRow>> sourceRows(long closeId, List<Movement> page) {
        return sources.of(closeId, page);
    }

    @Override
    public List<SourceRow> sourceRows(long closeId, String account, String line) {
        return sources.of(closeId, account, line);
    }

    @Override
    @Transactional
    public Movement override(
            long closeId, String account, String line, MovementClass to, Reason reason, String comment) {
        return decisions.override(decidable(closeId), account, line, to, reason, comment);
    }

    @Override
    @Transactional
    public Movement undoOverride(long closeId, String account, String line, String comment) {
        return decisions.undoOverride(decidable(closeId), account, line, comment);
    }

    @Override
    @Transactional
    public void exclude(long closeId, String account, String reason, String comment) {
        decisions.exclude(decidable(closeId), account, reason, comment);
    }

    @Override
    @Transactional
    public void include(long closeId, String account, String comment) {
        decisions.include(decidable(closeId), account, comment);
    }

    /** The close, held so that nobody else decides and no shard is classified meanwhile. */
    private Close decidable(long closeId) {
        currentActor.require(Role.ANALYST, Role.APPROVER);
        // The close first, as a correction does, which holds the closes before it comes here: the other way round they
        // would wait in a ring.
        closes.holdRevision(closeId);
        standing.alone(closeId);
        return changeable(closeId);
    }

    private Close changeable(long closeId) {
        var close = closes.withKey(closeId);
        if (!close.isChangeable()) {
            throw new CloseIsFinal(close);
        }
        return close;
    }
}
