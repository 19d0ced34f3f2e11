package dev.tieout.backtest;

import java.math.BigDecimal;

/**
 * All that goes from one class, or cause, to another.
 *
 * @param amount the sum of the amounts without their signs, in {@code currency}
 */
public record Transition(String was, String becomes, long changes, long accounts, BigDecimal amount, String currency) {}
