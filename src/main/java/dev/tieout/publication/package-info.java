/** Immutable numbered versions of a period's report, with everything needed to say how each number came about. */
@NullMarked
@ApplicationModule(
        displayName = "Publication",
        allowedDependencies = {
            "terms",
            "organisation",
            "audit",
            "policy",
            "rules",
            "closing",
            "tasks",
            "sources",
            "cohort",
            "movements",
            "metrics",
            "metrics :: ui",
            "reconciliation",
            "web :: ui"
        })
package dev.tieout.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
