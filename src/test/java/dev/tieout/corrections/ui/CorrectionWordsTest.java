package dev.tieout.corrections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.corrections.Change;
import dev.tieout.terms.AccountStatus;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A correction's changes in words. */
class CorrectionWordsTest {

    private static final Map<String, Object> STANDING = Map.of(
            "subscription", "s1",
            "product", "Core",
            "mrr", "100.0000",
            "currency", "USD",
            "status", "ACTIVE",
            "quantity", "8.0000",
            "discount", "10.0000");

    @Test
    void what_a_note_leaves_unsaid_of_a_line_stays_and_is_said() {
        assertThat(CorrectionWords.before(billed(null), STANDING))
                .isEqualTo("100.00 USD, active, quantity 8, discount 10.00");
        assertThat(CorrectionWords.after(billed(null), STANDING))
                .isEqualTo("120.00 USD, paused, quantity 8, discount 10.00");
    }

    @Test
    void what_it_says_of_quantity_takes_the_place_of_what_stood() {
        assertThat(CorrectionWords.after(billed("12.5"), STANDING))
                .isEqualTo("120.00 USD, paused, quantity 12.5, discount 10.00");
    }

    @Test
    void a_line_that_was_not_billed_has_nothing_to_keep() {
        assertThat(CorrectionWords.after(billed(null), Map.of())).isEqualTo("120.00 USD, paused");
    }

    private static Change billed(@Nullable String quantity) {
        var line = new Change.Line(
                "s1",
                "Core",
                new BigDecimal("120.0000"),
                "USD",
                AccountStatus.PAUSED,
                quantity == null ? null : new BigDecimal(quantity),
                null);
        return new Change.BilledLine("b1", line);
    }
}
