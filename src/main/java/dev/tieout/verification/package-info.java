/**
 * Re-performs a publication from its evidence pack alone: no database, no engine, no container of beans.
 *
 * <p>A second calculation, written from what the numbers mean and not from the statements that made them: lines become movements, movements
 * figures, legs the tie-out, here in Java and one account at a time. It shares with the product the decision tables' reader, the form of the
 * pack and of the report, and the words; nothing that adds, converts or compares.
 */
@NullMarked
@ApplicationModule(
        displayName = "Verification",
        allowedDependencies = {
            "terms",
            "audit",
            "policy",
            "rules",
            "metrics",
            "publication",
            "publication :: report",
            "evidence :: format"
        })
package dev.tieout.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
