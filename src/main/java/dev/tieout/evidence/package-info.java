/** Evidence packs: one signed zip per publication, from which another reviewer rebuilds it without Tieout's database. */
@NullMarked
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {
            "terms",
            "organisation",
            "policy",
            "rules",
            "metrics",
            "closing",
            "publication",
            "publication :: report",
            "publication :: ui",
            "web :: ui"
        })
package dev.tieout.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
