/** What an approver sees of a rule version, what an analyst reads of a rejection, and where a submitted version stands. Tasks and rules show them. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.rulechanges.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
