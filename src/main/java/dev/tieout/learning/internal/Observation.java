package dev.tieout.learning.internal;

import dev.tieout.learning.ProposedRow.Answer;
import dev.tieout.learning.ProposedRow.Example;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Movements of which the table sees the same, which the same row decided and of which people said the same.
 *
 * @param row the row that decided; 0 when none did
 * @param chosen what people said; null when nobody said otherwise than the table
 * @param amount their changes, without sign
 * @param examples the largest first
 */
record Observation(
        Traits traits,
        int row,
        Answer ruled,
        @Nullable Answer chosen,
        long movements,
        BigDecimal amount,
        List<Example> examples) {

    Observation {
        examples = List.copyOf(examples);
    }

    boolean isOverriddenTo(Answer answer) {
        return answer.equals(chosen);
    }
}
