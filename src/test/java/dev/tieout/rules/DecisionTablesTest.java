package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables from text alone: no database and no container of beans. */
class DecisionTablesTest {

    private static DecisionTables tables;

    @BeforeAll
    static void read() throws IOException {
        tables = DecisionTables.read(Map.of(
                new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 7), shipped(RuleTables.MOVEMENT_CLASSIFICATION),
                new PinnedTable(RuleTables.VARIANCE_CAUSE, 1), shipped(RuleTables.VARIANCE_CAUSE),
                new PinnedTable(RuleTables.STATUS_CROSSWALK, 1), shipped(RuleTables.STATUS_CROSSWALK)));
    }

    @Test
    void a_batch_is_decided_by_the_first_row_that_takes_each_fact() {
        var decisions = tables.classify(List.of(fact(1, 100, 0), fact(2, 100, 100)));

        assertThat(decisions)
                .containsExactly(
                        new MovementDecision(
                                1,
                                MovementClass.CHURN,
                                Reason.CANCELLED,
                                RuleTables.MOVEMENT_CLASSIFICATION,
                                7,
                                15,
                                false),
                        new MovementDecision(
                                2,
                                MovementClass.RENEWAL,
                                Reason.RENEWED,
                                RuleTables.MOVEMENT_CLASSIFICATION,
                                7,
                                23,
                                true));
    }

    @Test
    void a_row_of_the_variance_table_says_its_cause() {
        assertThat(tables.causeOf(0)).contains(VarianceCause.UNKNOWN);
        assertThat(tables.causeOf(1)).isPresent();
        assertThat(tables.causeOf(9_999)).isEmpty();
        assertThat(tables.causeOf(-1)).isEmpty();
    }

    @Test
    void a_table_whose_header_is_not_ours_is_never_compiled() throws IOException {
        var hostile = shipped(RuleTables.MOVEMENT_CLASSIFICATION).replace("MovementHits hits", "Runtime hits");

        assertThatThrownBy(() ->
                        DecisionTables.read(Map.of(new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1), hostile)))
                .isInstanceOf(RuleTableRefused.class);
    }

    @Test
    void what_is_not_there_cannot_be_asked() {
        var none = DecisionTables.read(Map.of());

        assertThatThrownBy(() -> none.classify(List.of())).isInstanceOf(NoSuchRuleTable.class);
        assertThatThrownBy(() -> none.suggestCauses(List.of())).isInstanceOf(NoSuchRuleTable.class);
    }

    private static String shipped(String table) throws IOException {
        return Files.readString(Path.of("rules", table + ".csv"));
    }

    private static MovementFact fact(long id, long opening, long closing) {
        return new MovementFact(
                id,
                Grain.ACCOUNT,
                opening,
                closing,
                true,
                true,
                AccountStatus.CANCELLED,
                true,
                closing > 0,
                0,
                0,
                0,
                0,
                0,
                0,
                Pause.CHURN,
                FullDiscount.CHURN);
    }
}
