package dev.tieout.rules;

import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;

/**
 * The first row of a table that took a fact.
 *
 * @param row the row's position in that version, from 1; 0 when no row took it, and then the class is {@link
 *     MovementClass#UNCLASSIFIED} and review is true
 * @param review a person has to look at it before approval
 */
public record MovementDecision(
        long factId, MovementClass movementClass, Reason reason, String table, int version, int row, boolean review) {}
