package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.MovementFact;
import dev.tieout.terms.AccountStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The analysis reads rows as the engine runs them: on tables of random rows and every fact of a small world. */
class AnalysisAgainstEngineTest {

    private static final String[] AMOUNTS = {
        "", "", "> 0", "= 0", ">= 0.0001", "[0.0001..0.0002]", "!= 0.0001", "< 0.0002"
    };
    private static final String[] CHANGES = {"", "", "> 0", "< 0", "= 0", ">= 0.0002", "!= -0.0001"};
    private static final String[] STATUSES = {"", "ACTIVE", "\"ACTIVE, PAUSED\"", "ABSENT", "\"PAUSED, ABSENT\""};
    private static final String[] ANSWERS = {"", "", "yes", "no"};

    private final Decisions decisions = new Decisions();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void both_find_the_same_winner_and_the_same_gaps(long seed) {
        var table = table(new Random(seed));
        var facts = world();
        var reading = BoxedTable.of(table);
        var decided = decisions.classify(table, 1, facts);

        for (int i = 0; i < facts.size(); i++) {
            assertThat(reading.winner(MovementValues.of(facts.get(i), Schemas.MOVEMENT)))
                    .as(facts.get(i).toString())
                    .isEqualTo(decided.get(i).row());
        }
        var analysis = RowsAnalysis.of(table);
        var winners =
                decided.stream().map(decision -> decision.row()).distinct().toList();
        assertThat(analysis.isComplete() || analysis.gaps().size() == 12).isTrue();
        assertThat(analysis.masked()).noneMatch(finding -> winners.contains(finding.row()));
        assertThat(analysis.conflicts()).noneMatch(finding -> winners.contains(finding.row()));
        assertThat(analysis.neverTrue()).noneMatch(finding -> winners.contains(finding.row()));
        if (winners.contains(0)) {
            assertThat(analysis.gaps()).isNotEmpty();
        }
    }

    private static DecisionTable table(Random random) {
        var header = new StringBuilder(TableText.print(Schemas.MOVEMENT.header()));
        for (int row = 1; row <= 9; row++) {
            header.append("Row,")
                    .append(row)
                    .append(',')
                    .append(pick(random, "", "", "ACCOUNT", "LINE"))
                    .append(',');
            header.append(pick(random, AMOUNTS))
                    .append(',')
                    .append(pick(random, AMOUNTS))
                    .append(',');
            header.append(pick(random, CHANGES))
                    .append(',')
                    .append(pick(random, STATUSES))
                    .append(',');
            header.append(pick(random, ANSWERS))
                    .append(",,")
                    .append(pick(random, ANSWERS))
                    .append(",,");
            header.append(",,,,,,CHURN,,").append("RENEWAL,OTHER,\n");
        }
        return TableReader.read(Schemas.MOVEMENT, header.toString());
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    /** Every possible fact with amounts of at most three units. */
    private static List<MovementFact> world() {
        var facts = new ArrayList<MovementFact>();
        for (Grain grain : Grain.values()) {
            for (long opening = 0; opening <= 3; opening++) {
                for (long closing = 0; closing <= 3; closing++) {
                    for (var status : List.of(AccountStatus.ACTIVE, AccountStatus.PAUSED, AccountStatus.ABSENT)) {
                        if (status != AccountStatus.ABSENT || closing == 0) {
                            add(facts, grain, opening, closing, status);
                        }
                    }
                }
            }
        }
        return facts;
    }

    private static void add(List<MovementFact> facts, Grain grain, long opening, long closing, AccountStatus status) {
        for (boolean ever : List.of(true, false)) {
            for (boolean active : List.of(true, false)) {
                boolean fits = grain == Grain.ACCOUNT ? active == opening > 0 : active || opening == 0;
                if (fits && (ever || !active)) {
                    facts.add(new MovementFact(
                            facts.size() + 1L,
                            grain,
                            opening,
                            closing,
                            ever,
                            true,
                            status,
                            active,
                            closing > 0,
                            grain == Grain.ACCOUNT && opening == 0 && closing > 0 ? 1 : 0,
                            grain == Grain.ACCOUNT && opening > 0 && closing == 0 ? 1 : 0,
                            grain == Grain.ACCOUNT && opening == 0 && closing > 0 ? 1 : 0,
                            grain == Grain.ACCOUNT && opening > 0 && closing == 0 ? 1 : 0,
                            0,
                            0,
                            Pause.CHURN,
                            FullDiscount.CHURN));
                }
            }
        }
    }
}
