package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.movements.Movement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Lines that events make, and lines that sleep, go on under their new ids whichever file comes first. */
@DatabaseTest
@Import(GivenMonths.class)
class MovedLinesTest {

    private static final String OPENING = """
            account_id,subscription_id,product,period,mrr,currency,status
            A,S1,Core,2026-09,100,USD,active
            B,S1,Core,2026-09,50,USD,active
            T,S1,Core,2026-09,70,USD,trial
            """;
    private static final String EVENTS =
            "event_id,account_id,subscription_id,product,posted_at,mrr_before,mrr_after,currency,status\n";
    private static final String MOVES = "old_account_id,new_account_id,new_subscription_id,effective_from\n";

    @Autowired
    GivenMonths months;

    GivenOrganisation organisation;
    GivenMonths.Month october;

    @BeforeEach
    void open() {
        organisation = months.organisation();
        october = months.open(organisation, "2026-10");
        october.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
    }

    @Test
    void in_a_first_period_lines_of_events_follow_a_move_that_comes_after_them() {
        october.receive(
                SourceKind.BILLING,
                "generic-events",
                EVENTS + "E1,B,S1,Core,2026-10-03,50,60,USD,\nE2,NT,S9,Core,2026-10-04,70,70,USD,active\n");
        assertThat(october.exceptions()).isNotEmpty();
        october.receive(SourceKind.MIGRATION, "generic-migration", MOVES + "A,NA,,\nT,NT,S9,\n");
        assertThat(october.exceptions()).isEmpty();
        assertThat(closing(october)).containsExactly("B 50 → 60", "NA 100 → 100", "NT 0 → 70");
    }

    @Test
    void a_line_that_sleeps_when_its_period_opens_wakes_under_its_new_id() {
        october.receive(SourceKind.BILLING, "generic-events", EVENTS + "E1,B,S1,Core,2026-10-03,50,60,USD,\n");
        october.work().publish();
        var november = months.open(organisation, "2026-11");
        november.receive(SourceKind.BILLING, "generic-events", EVENTS + "E2,NT,S9,Core,2026-11-04,70,80,USD,active\n");
        november.receive(SourceKind.MIGRATION, "generic-migration", MOVES + "T,NT,S9,\n");
        assertThat(november.exceptions()).isEmpty();
        assertThat(closing(november)).containsExactly("A 100 → 100", "B 60 → 60", "NT 0 → 80");
    }

    @Test
    void a_sleeping_line_that_would_become_one_with_another_keeps_its_id_and_is_named() {
        october.receive(SourceKind.BILLING, "generic-events", EVENTS + "E1,B,S1,Core,2026-10-03,50,60,USD,\n");
        october.receive(SourceKind.MIGRATION, "generic-migration", MOVES + "T,B,,\n");
        assertThat(october.exceptions())
                .anyMatch(sentence -> sentence.startsWith("The move of line “S1/Core” of account “T” stays undone"));
    }

    private static List<String> closing(GivenMonths.Month month) {
        return month.work().movements().stream()
                .filter(movement ->
                        movement.opening().signum() > 0 || movement.closing().signum() > 0)
                .map(MovedLinesTest::told)
                .toList();
    }

    private static String told(Movement movement) {
        return movement.account() + " "
                + movement.opening().stripTrailingZeros().toPlainString() + " → "
                + movement.closing().stripTrailingZeros().toPlainString();
    }
}
