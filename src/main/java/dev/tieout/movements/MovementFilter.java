package dev.tieout.movements;

import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which movements to show. Empty parts do not narrow.
 *
 * @param classes classes in force; empty for all
 * @param review true for those flagged for review, false for the others, null for both
 * @param account part of the account's id or name, case-insensitive
 * @param atLeast smallest absolute change
 * @param excluded true for excluded ones only, false for the others, null for both
 */
public record MovementFilter(
        Set<MovementClass> classes,
        @Nullable Boolean review,
        @Nullable String account,
        @Nullable BigDecimal atLeast,
        @Nullable Boolean excluded) {

    /** Shows everything. */
    public static MovementFilter all() {
        return new MovementFilter(Set.of(), null, null, null, null);
    }
}
