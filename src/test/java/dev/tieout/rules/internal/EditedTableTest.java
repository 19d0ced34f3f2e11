package dev.tieout.rules.internal;

import static dev.tieout.rules.internal.Movement.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.rules.MovementDecision;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables as people might write them: order, overlaps and amounts. */
class EditedTableTest {

    private static final String HEADER =
            CanonicalTables.text(Schemas.MOVEMENT.name()).lines().limit(9).collect(Collectors.joining("\n", "", "\n"));

    private final Decisions decisions = new Decisions();

    @Test
    void of_two_rows_that_match_the_first_wins_and_order_alone_decides() {
        var seatsFirst = table(
                "Seats,1,,> 0,,> 0,,,,,,,,,,> 0,,,,EXPANSION,SEATS,",
                "Any rise,2,,> 0,,> 0,,,,,,,,,,,,,,EXPANSION,PRICE_UPLIFT,");
        var seatsLast = table(
                "Any rise,1,,> 0,,> 0,,,,,,,,,,,,,,EXPANSION,PRICE_UPLIFT,",
                "Seats,2,,> 0,,> 0,,,,,,,,,,> 0,,,,EXPANSION,SEATS,");
        var moreSeats = account(10, 20).quantity(1);

        assertThat(decide(seatsFirst, moreSeats)).isEqualTo(decision(Reason.SEATS, 1));
        assertThat(decide(seatsLast, moreSeats)).isEqualTo(decision(Reason.PRICE_UPLIFT, 1));
    }

    @Test
    void a_row_compares_amounts_in_major_units_at_the_exact_bound() {
        var table = table(
                "Small rise,1,,> 0,,(0..100],,,,,,,,,,,,,,EXPANSION,PRICE_UPLIFT,",
                "Large rise,2,,> 0,,> 100,,,,,,,,,,,,,,EXPANSION,UPGRADE,yes");

        assertThat(decide(table, account(10, 110))).isEqualTo(decision(Reason.PRICE_UPLIFT, 1));
        assertThat(decide(table, account(10, 111)).row()).isEqualTo(2);
        assertThat(decide(table, account(10, 111)).review()).isTrue();
    }

    @Test
    void what_a_person_writes_in_a_hurry_means_the_same_as_the_canonical_writing() {
        var hurried = table("Gone,1,-,>0,=0,-,Cancelled,no,-,,,,,,,,,,,churn,cancelled,");
        var neat = table("Gone,1,,> 0,== 0,,CANCELLED,no,,,,,,,,,,,,CHURN,CANCELLED,");

        assertThat(hurried).isEqualTo(neat);
        assertThat(hurried.sha256()).isEqualTo(neat.sha256());
        assertThat(hurried.sentence(hurried.rows().getFirst()))
                .isEqualTo("When it had revenue at open and it has none at close and the status is cancelled and it was"
                        + " never active before, then churn, cancelled.");
    }

    private MovementDecision decide(DecisionTable table, Movement movement) {
        return decisions.classify(table, 1, List.of(movement.fact())).getFirst();
    }

    private static MovementDecision decision(Reason reason, int row) {
        return new MovementDecision(1, MovementClass.EXPANSION, reason, Schemas.MOVEMENT.name(), 1, row, false);
    }

    private static DecisionTable table(String... rows) {
        return TableReader.read(Schemas.MOVEMENT, HEADER + String.join("\n", rows));
    }
}
