/** Back-tests and what-ifs on a real database. */
@NullMarked
package dev.tieout.backtest;

import org.jspecify.annotations.NullMarked;
