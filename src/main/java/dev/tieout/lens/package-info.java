/**
 * The definition lens: a published version read by the definitions of products on the market. The packs are data in {@code lenses/}: a
 * movement table, choices, and what they follow and do not. To read only: nothing here is published, exported or signed, and no pack is
 * a version of any table.
 */
@NullMarked
@ApplicationModule(
        displayName = "Definition lens",
        allowedDependencies = {
            "terms",
            "organisation",
            "policy",
            "rules",
            "rules :: ui",
            "closing",
            "movements",
            "metrics",
            "publication",
            "publication :: ui",
            "backtest",
            "web :: ui"
        })
package dev.tieout.lens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
