/**
 * What published periods would have come out as under other rules or another policy: asked by the way, or as the kept back-test of a
 * rule version. Published versions never change by it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Back-test",
        allowedDependencies = {
            "terms",
            "organisation",
            "audit",
            "policy",
            "rules",
            "closing",
            "sources",
            "movements",
            "metrics",
            "reconciliation",
            "publication",
            "web :: ui"
        })
package dev.tieout.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
