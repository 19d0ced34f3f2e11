package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.terms.MovementClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The analysis refuses exactly the answers at which a close would stop. */
@DatabaseTest
class MisfitsTest {

    private static final BoxedTable TABLE = BoxedTable.of(CanonicalTables.decisionTable(Schemas.MOVEMENT));

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNCLASSIFIED")
    void a_class_cannot_have_what_the_database_says_it_does_not_fit(MovementClass answered) {
        for (Grain grain : Grain.values()) {
            for (long opening = 0; opening < 3; opening++) {
                for (long closing = opening == 0 ? 1 : 0; closing < 3; closing++) {
                    assertThat(canHave(answered, grain, opening, closing))
                            .as("%s, %s from %d to %d", answered, grain, opening, closing)
                            .isEqualTo(fits(answered, grain, opening, closing));
                }
            }
        }
    }

    private static boolean canHave(MovementClass answered, Grain grain, long opening, long closing) {
        var columns = TABLE.space().columns();
        long[] fact = new long[columns.size()];
        for (int i = 0; i < fact.length; i++) {
            fact[i] = switch (columns.get(i).label()) {
                case "grain" -> ((WordCells) columns.get(i).type()).words().indexOf(grain.name());
                case "opening" -> opening;
                case "closing" -> closing;
                case "change" -> closing - opening;
                default -> 0;
            };
        }
        return Misfits.of(TABLE).of(answered).stream()
                .noneMatch(misfit -> misfit.box().holds(fact, 0));
    }

    private boolean fits(MovementClass answered, Grain grain, long opening, long closing) {
        return jdbc.sql("select class_fits(?, ?, ?, ?)")
                .params(answered.name(), opening, closing, grain == Grain.LINE)
                .query(Boolean.class)
                .single();
    }
}
