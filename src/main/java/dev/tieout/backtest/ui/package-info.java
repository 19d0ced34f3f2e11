/** Back-tests on screen. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.backtest.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
