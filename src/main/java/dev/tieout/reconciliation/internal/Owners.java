package dev.tieout.reconciliation.internal;

import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Reconciliation.StepRefused;
import dev.tieout.terms.Refusal.Kind;
import java.time.LocalDate;

/** Who may own a variance, and until when. */
record Owners(Organisations organisations) {

    void check(String owner, LocalDate due, LocalDate today) {
        var roles = organisations.rolesOf(owner);
        if (!roles.contains(Role.ANALYST) && !roles.contains(Role.CONTROLLER)) {
            throw new StepRefused(
                    Kind.INVALID, "no-such-owner", "“" + owner + "” is no analyst or controller of this organisation.");
        }
        if (due.isBefore(today)) {
            throw new StepRefused(Kind.INVALID, "due-in-the-past", "The due date " + due + " has passed.");
        }
    }
}
