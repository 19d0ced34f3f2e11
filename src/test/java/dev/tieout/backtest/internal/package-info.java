@NullMarked
package dev.tieout.backtest.internal;

import org.jspecify.annotations.NullMarked;
