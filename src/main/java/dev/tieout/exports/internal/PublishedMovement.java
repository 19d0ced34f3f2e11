package dev.tieout.exports.internal;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code publication_movement}.
 *
 * @param ruleRow 0 when no row took it
 */
record PublishedMovement(
        String account,
        String line,
        BigDecimal opening,
        BigDecimal closing,
        BigDecimal grossUp,
        BigDecimal grossDown,
        BigDecimal fx,
        String movementClass,
        @Nullable String reason,
        String ruleTable,
        int ruleVersion,
        int ruleRow,
        @Nullable String overriddenBy,
        @Nullable String overrideComment,
        @Nullable String excludedBy,
        @Nullable String exclusionReason,
        @Nullable String exclusionComment,
        Map<String, String> attributes) {

    BigDecimal change() {
        return closing.subtract(opening);
    }

    boolean excluded() {
        return excludedBy != null;
    }
}
