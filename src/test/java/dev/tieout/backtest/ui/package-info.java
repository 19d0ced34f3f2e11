@NullMarked
package dev.tieout.backtest.ui;

import org.jspecify.annotations.NullMarked;
