package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code rules/movement-classification.cases.csv}: an account before and after, and what the table has to make of it. */
class GoldenCasesTest {

    private static final DecisionTable TABLE = CanonicalTables.decisionTable(Schemas.MOVEMENT);
    private static final Decisions DECISIONS = new Decisions();

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void are_decided_as_written(String name, MovementFact fact, String expected) {
        var decided = DECISIONS.classify(TABLE, 1, List.of(fact)).getFirst();

        assertThat(decided.movementClass() + " " + decided.reason() + " " + decided.row() + " "
                        + (decided.review() ? "yes" : "no"))
                .as(name)
                .isEqualTo(expected);
    }

    static Stream<Arguments> cases() throws IOException {
        String file = CanonicalTables.text(RuleTables.MOVEMENT_CLASSIFICATION + ".cases");
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream()
                    .map(line -> Arguments.of(line.getField("case"), fact(line), expected(line)))
                    .toList()
                    .stream();
        }
    }

    private static String expected(NamedCsvRecord line) {
        return String.join(
                " ", line.getField("class"), line.getField("reason"), line.getField("row"), line.getField("review"));
    }

    private static MovementFact fact(NamedCsvRecord line) {
        return new MovementFact(
                1,
                Grain.valueOf(line.getField("grain")),
                units(line.getField("opening")),
                units(line.getField("closing")),
                yes(line, "ever active"),
                yes(line, "within window"),
                AccountStatus.valueOf(line.getField("status")),
                yes(line, "account was active"),
                yes(line, "account stays"),
                number(line, "lines added"),
                number(line, "lines lost"),
                number(line, "products added"),
                number(line, "products lost"),
                number(line, "quantity change"),
                number(line, "discount change"),
                Pause.valueOf(line.getField("pause policy")),
                FullDiscount.valueOf(line.getField("full discount policy")));
    }

    private static long units(String amount) {
        return new BigDecimal(amount).movePointRight(4).longValueExact();
    }

    private static int number(NamedCsvRecord line, String column) {
        return Integer.parseInt(line.getField(column));
    }

    private static boolean yes(NamedCsvRecord line, String column) {
        return line.getField(column).equals("yes");
    }
}
