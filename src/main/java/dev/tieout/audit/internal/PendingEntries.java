package dev.tieout.audit.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The audit rows of one transaction. They are chained at its very end, because the chain is locked from then to the commit and other
 * transactions of the organisation wait.
 */
class PendingEntries implements TransactionSynchronization {

    private final List<PendingEntry> entries = new ArrayList<>();
    private final AuditRows rows;
    private final Object key;

    PendingEntries(AuditRows rows, Object key) {
        this.rows = rows;
        this.key = key;
    }

    void add(PendingEntry entry) {
        entries.add(entry);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        rows.append(entries);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
}
