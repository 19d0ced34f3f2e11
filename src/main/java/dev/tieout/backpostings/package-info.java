/**
 * Back-posting notes: one person states why late postings belong into the period that they came with and by which clause of the policy,
 * another person decides, and the product takes them in with the times that they bear.
 */
@NullMarked
@ApplicationModule(displayName = "Back-postings")
package dev.tieout.backpostings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
