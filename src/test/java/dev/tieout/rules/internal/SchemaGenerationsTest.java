package dev.tieout.rules.internal;

import static dev.tieout.rules.internal.Movement.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tieout.rules.RuleTableRefused;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that comes to ask something new leaves what was written before it alone. */
class SchemaGenerationsTest {

    private static final TableSchema NEWER = Schemas.MOVEMENT;
    private static final TableSchema OLDER = without("full discount policy");

    private final Decisions decisions = new Decisions();

    @ParameterizedTest
    @CsvSource({
        "movement-classification, 1, d123159c9fac3ff6330aa229f72ef3afb66fce34ba3dfad02adbf97db788a20b",
        "variance-cause, 1, 64d7be49446ed768db0259a5dd12ac6be9d70af236474c09eae0ed4ef2ed5a9d",
    })
    void a_released_header_never_changes(String table, int generation, String sha256) {
        var schema = Schemas.generationsOf(table).stream()
                .filter(any -> any.generation() == generation)
                .findFirst()
                .orElseThrow();

        assertThat(DecisionTable.sha256(TableText.print(schema.header()))).isEqualTo(sha256);
    }

    @Test
    void a_table_of_an_older_generation_is_read_kept_and_run_by_its_own_header() {
        String kept = TableText.print(OLDER.header()) + "Gone,1,,> 0,== 0,,CANCELLED,,,,,,,,,,,,CHURN,CANCELLED,\n";

        var table = TableReader.read(List.of(NEWER, OLDER), kept);

        assertThat(table.schema()).isEqualTo(OLDER);
        assertThat(table.csv()).isEqualTo(kept);
        var gone = account(10, 0).status(AccountStatus.CANCELLED).fact();
        assertThat(decisions.classify(table, 1, List.of(gone)).getFirst().reason())
                .isEqualTo(Reason.CANCELLED);
    }

    @Test
    void a_header_of_no_generation_is_compared_with_the_newest() {
        var refusal = catchThrowableOfType(
                RuleTableRefused.class, () -> TableReader.read(List.of(NEWER, OLDER), "RuleSet,mine\n"));

        assertThat(refusal.faults()).hasSize(NEWER.header().size() + 1);
    }

    private static TableSchema without(String label) {
        var columns = NEWER.columns().stream()
                .filter(column -> !column.label().equals(label))
                .toList();
        return new TableSchema(
                NEWER.name(), 0, NEWER.title(), NEWER.imports(), NEWER.recorder(), NEWER.fact(), columns);
    }
}
