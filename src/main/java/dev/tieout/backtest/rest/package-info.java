/** Back-tests over REST. */
@NullMarked
package dev.tieout.backtest.rest;

import org.jspecify.annotations.NullMarked;
