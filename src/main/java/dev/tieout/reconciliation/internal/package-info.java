/** How the legs are compared and how variances are kept. */
@NullMarked
package dev.tieout.reconciliation.internal;

import org.jspecify.annotations.NullMarked;
