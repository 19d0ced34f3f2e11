package dev.tieout.audit.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts every failed login on the installation's trail: the name may belong to nobody, so no organisation's would fit. */
@Component
class SignInTrail {

    private static final int LONGEST_NAME = 80;

    private final AuditTrail audit;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;

    SignInTrail(AuditTrail audit, CurrentActor currentActor, TransactionTemplate transaction) {
        this.audit = audit;
        this.currentActor = currentActor;
        this.transaction = transaction;
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        var name = event.getAuthentication().getName();
        var shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        var reason = Map.of("reason", event.getException().getClass().getSimpleName());
        currentActor.runAs(
                Actor.system(OrganisationId.INSTALLATION),
                () -> transaction.executeWithoutResult(
                        status -> audit.record("login-failed", "person/" + shown, null, reason, null)));
    }
}
