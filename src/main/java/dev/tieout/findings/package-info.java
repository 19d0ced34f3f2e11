/** What stands out in a published version against the period before, each with its accounts, and what people follow up. */
@NullMarked
@ApplicationModule(
        displayName = "Findings",
        allowedDependencies = {
            "terms",
            "organisation",
            "audit",
            "policy",
            "closing",
            "metrics",
            "publication",
            "publication :: ui",
            "web :: ui"
        })
package dev.tieout.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
