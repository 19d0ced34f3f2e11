/** The checks of a pack, in their order, and the second calculation behind them. */
@NullMarked
package dev.tieout.verification.internal;

import org.jspecify.annotations.NullMarked;
