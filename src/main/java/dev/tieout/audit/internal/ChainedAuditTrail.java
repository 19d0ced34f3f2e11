package dev.tieout.audit.internal;

import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.CurrentActor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Service
class ChainedAuditTrail implements AuditTrail {

    private final AuditRows rows;
    private final CurrentActor currentActor;
    private final JsonMapper json = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    ChainedAuditTrail(AuditRows rows, CurrentActor currentActor) {
        this.rows = rows;
        this.currentActor = currentActor;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            String action, String subject, @Nullable Object before, @Nullable Object after, @Nullable String why) {
        var entry = new PendingEntry(currentActor.get(), action, subject, text(before), text(after), why);
        pending().add(entry);
    }

    private PendingEntries pending() {
        var bound = (PendingEntries) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        var fresh = new PendingEntries(rows, this);
        fresh.resume();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private @Nullable String text(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> entries(Instant since, long after, int limit) {
        return rows.since(since, after, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> latest(long below, int limit) {
        return rows.below(below, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> about(String subject, long below, int limit) {
        return rows.about(subject, below, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Verification verify() {
        var check = new ChainCheck();
        rows.eachInOrder(check);
        return check.result();
    }
}
