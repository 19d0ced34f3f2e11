/** What billing, ledger and accounts say about a period: files come in through profiles, and every row of them is accepted, a duplicate, late or a reject. */
@NullMarked
@ApplicationModule(displayName = "Sources")
package dev.tieout.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
