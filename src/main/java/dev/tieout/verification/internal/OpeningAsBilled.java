package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What events begin from is the frozen opening as billed: its amount, or for every line of the close less its discount, when the policy
 * that it was counted by does not take discounts off. Besides there are only lines that carry no recurring revenue.
 */
final class OpeningAsBilled {

    private @Nullable Boolean gross;

    void check(EventedLine line) {
        var opening = line.opening();
        var atOpen = line.atOpen();
        if (opening == null) {
            if (atOpen != null && !Stand.isDormant(atOpen.cell("status"))) {
                throw atOpen.difference("status", "that of a line without recurring revenue, for the cohort lacks it");
            }
        } else if (atOpen == null) {
            throw Difference.of(PackFile.AT_OPEN.path(), line.where(), "the row", "a line of the cohort", "none");
        } else {
            compare(opening, atOpen);
        }
    }

    private void compare(Row opening, Row atOpen) {
        for (var column : new String[] {"currency", "status"}) {
            if (!atOpen.cell(column).equals(opening.cell(column))) {
                throw atOpen.difference(column, opening.cell(column));
            }
        }
        for (var column : new String[] {"quantity", "discount"}) {
            if (!Stand.same(atOpen.decimal(column), opening.decimal(column))) {
                throw atOpen.difference(column, opening.cell(column));
            }
        }
        var amount = opening.amount("mrr");
        var discount = Objects.requireNonNullElse(opening.decimal("discount"), BigDecimal.ZERO);
        if (discount.signum() != 0 && gross == null) {
            gross = !Stand.same(atOpen.amount("mrr"), amount);
        }
        var billed = gross != null && gross ? amount.subtract(discount) : amount;
        if (!Stand.same(atOpen.amount("mrr"), billed)) {
            throw atOpen.difference("mrr", billed.toPlainString());
        }
    }
}
