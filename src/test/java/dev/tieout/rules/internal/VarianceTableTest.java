package dev.tieout.rules.internal;

import static dev.tieout.rules.VarianceCause.CLASSIFICATION;
import static dev.tieout.rules.VarianceCause.DISCOUNT;
import static dev.tieout.rules.VarianceCause.DUPLICATE;
import static dev.tieout.rules.VarianceCause.FX;
import static dev.tieout.rules.VarianceCause.MISSING_RENEWAL;
import static dev.tieout.rules.VarianceCause.POSTING;
import static dev.tieout.rules.VarianceCause.TIMING;
import static dev.tieout.rules.VarianceCause.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tieout.rules.VarianceCause;
import dev.tieout.rules.VarianceDecision;
import dev.tieout.rules.VarianceFact;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One case for each row of {@code rules/variance-cause.csv}, in its order. */
class VarianceTableTest {

    private static final DecisionTable TABLE = CanonicalTables.decisionTable(Schemas.VARIANCE);
    private static final Decisions DECISIONS = new Decisions();

    /** What besides the legs is known of the account. */
    private enum Known {
        POSTED_NEXT_TO_IT,
        OVERRIDDEN,
        REJECTED,
        DUPLICATED,
        DISCOUNT_CHANGED,
        OTHER_CURRENCY,
        RENEWAL_LATE
    }

    @ParameterizedTest(name = "row {0}: {1}")
    @MethodSource("everyRow")
    void suggests(int row, VarianceCause cause, VarianceFact fact) {
        assertThat(decide(fact)).isEqualTo(new VarianceDecision(1, cause, TABLE.name(), 1, row));
    }

    static Stream<Arguments> everyRow() {
        return Stream.of(
                arguments(1, FX, legs("BLR", 1, Known.OTHER_CURRENCY)),
                arguments(2, DUPLICATE, legs("BLR", 1, Known.DUPLICATED)),
                arguments(3, CLASSIFICATION, legs("BLR", 1, Known.OVERRIDDEN)),
                arguments(4, CLASSIFICATION, legs("LR", -1, Known.REJECTED)),
                arguments(5, TIMING, legs("BR", 1, Known.POSTED_NEXT_TO_IT)),
                arguments(6, MISSING_RENEWAL, legs("BR", 1, Known.RENEWAL_LATE)),
                arguments(7, MISSING_RENEWAL, legs("LR", -1, Known.RENEWAL_LATE)),
                arguments(8, DISCOUNT, legs("BLR", -1, Known.DISCOUNT_CHANGED)),
                arguments(9, POSTING, legs("BR", 1)),
                arguments(10, POSTING, legs("L", -1)),
                arguments(11, POSTING, legs("BL", 0)),
                arguments(12, POSTING, legs("R", 0)));
    }

    @Test
    void every_row_has_its_case() {
        assertThat(everyRow().map(row -> row.get()[0]).toList())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, TABLE.rows().size()).boxed().toList());
    }

    @Test
    void amounts_that_merely_differ_are_left_to_a_person() {
        assertThat(decide(legs("BLR", 1))).isEqualTo(new VarianceDecision(1, UNKNOWN, TABLE.name(), 1, 0));
    }

    @Test
    void the_first_of_several_explanations_is_suggested() {
        assertThat(decide(legs("BR", 1, Known.RENEWAL_LATE, Known.DUPLICATED)).cause())
                .isEqualTo(DUPLICATE);
    }

    private static VarianceDecision decide(VarianceFact fact) {
        return DECISIONS.suggestCauses(TABLE, 1, List.of(fact)).getFirst();
    }

    private static VarianceFact legs(String present, int billingLessLedger, Known... known) {
        Set<Known> facts = EnumSet.noneOf(Known.class);
        facts.addAll(List.of(known));
        return new VarianceFact(
                1,
                present.contains("B"),
                present.contains("L"),
                present.contains("R"),
                billingLessLedger,
                0,
                0,
                facts.contains(Known.POSTED_NEXT_TO_IT),
                facts.contains(Known.OVERRIDDEN),
                facts.contains(Known.REJECTED),
                facts.contains(Known.DUPLICATED),
                facts.contains(Known.DISCOUNT_CHANGED),
                facts.contains(Known.OTHER_CURRENCY),
                facts.contains(Known.RENEWAL_LATE),
                true);
    }
}
