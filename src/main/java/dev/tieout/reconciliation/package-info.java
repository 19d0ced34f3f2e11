/** The three-way tie-out of billing, ledger and retained balance, and the variances that people own until they are cleared or explained. */
@NullMarked
@ApplicationModule(
        displayName = "Reconciliation",
        allowedDependencies = {"terms", "organisation", "audit", "policy", "rules", "closing", "metrics", "web :: ui"})
package dev.tieout.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
