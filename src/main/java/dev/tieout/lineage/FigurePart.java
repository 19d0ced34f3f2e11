package dev.tieout.lineage;

import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One movement and what it brings to a figure, in the reporting currency.
 *
 * @param line empty at account grain
 * @param amount its part of the figure; positive for contraction and churn
 */
public record FigurePart(
        String account,
        String accountName,
        String line,
        MovementClass movementClass,
        @Nullable Reason reason,
        BigDecimal opening,
        BigDecimal closing,
        BigDecimal amount) {}
