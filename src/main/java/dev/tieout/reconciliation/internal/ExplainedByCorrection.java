package dev.tieout.reconciliation.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.CorrectedDifferences;
import dev.tieout.reconciliation.Variance;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ExplainedByCorrection implements CorrectedDifferences {

    private static final String EXPLAIN = """
            update variance
            set state = 'EXPLAINED', explanation = :explanation, explained_by = :author, explained_at = :at,
                approved_by = :approver, approved_at = :at
            where close_id = :close and state in ('OPEN', 'PROPOSED') and account = any (:accounts)
            returning id
            """;

    private final JdbcClient jdbc;
    private final VarianceRecords variances;
    private final Closes closes;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    ExplainedByCorrection(
            JdbcClient jdbc,
            VarianceRecords variances,
            Closes closes,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.variances = variances;
        this.closes = closes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Variance> explain(long closeId, Set<String> accounts, Note note) {
        currentActor.require(Role.CONTROLLER);
        if (!closes.withKey(closeId).isBeingCorrected() || note.author().equals(note.approver())) {
            throw new IllegalStateException("no note of two people is being applied to close " + closeId);
        }
        var explained = jdbc
                .sql(EXPLAIN)
                .param("explanation", note.explanation())
                .param("author", note.author())
                .param("approver", note.approver())
                .param("at", Timestamp.from(clock.instant()))
                .param("close", closeId)
                .param("accounts", accounts.toArray(String[]::new))
                .query(Long.class)
                .list()
                .stream()
                .map(id -> variances.find(id).orElseThrow())
                .toList();
        explained.forEach(variance -> recorded(variance, note));
        return explained;
    }

    private void recorded(Variance variance, Note note) {
        audit.record(
                "variance-explained-by-correction",
                "variance/" + variance.id(),
                null,
                Map.of(
                        "account", variance.account(),
                        "amount", variance.amount(),
                        "currency", variance.currency(),
                        "explainedBy", note.author(),
                        "approvedBy", note.approver()),
                note.explanation());
    }
}
