package dev.tieout.rules;

/**
 * The cause that the first matching row suggests.
 *
 * @param row the row's position in that version, from 1; 0 when no row took it, and then the cause is {@link VarianceCause#UNKNOWN}
 */
public record VarianceDecision(long factId, VarianceCause cause, String table, int version, int row) {}
