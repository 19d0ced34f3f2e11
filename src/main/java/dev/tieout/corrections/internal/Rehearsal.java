package dev.tieout.corrections.internal;

import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Impact;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries a note out in a transaction of its own and takes everything back: what it comes to is what it would be, not an estimate. */
@Component
class Rehearsal {

    /** Stands where the approver will, and is nobody's name. */
    private static final String WHOEVER_APPROVES = "";

    private final Restatement restatement;
    private final TransactionTemplate transaction;

    Rehearsal(Restatement restatement, PlatformTransactionManager transactions) {
        this.restatement = restatement;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Impact of(Correction correction) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return restatement.carryOut(correction, WHOEVER_APPROVES);
        }));
    }
}
