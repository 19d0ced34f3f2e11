/** How cohorts are frozen and closing balances kept. */
@NullMarked
package dev.tieout.cohort.internal;

import org.jspecify.annotations.NullMarked;
