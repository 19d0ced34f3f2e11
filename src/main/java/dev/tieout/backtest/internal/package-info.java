/** How published periods are decided again, and what is kept of it. */
@NullMarked
package dev.tieout.backtest.internal;

import org.jspecify.annotations.NullMarked;
