package dev.tieout.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.movements.DecidedFacts;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What was published comes out again, whatever a line can be: fewer seats, discounted, renewed late, not mentioned, moved. */
@DatabaseTest
@Import(PublishedBook.class)
class RoundTripTest {

    private static final String OPENING = """
            Seats,S1,Core,2026-09,100.0000,USD,active,10,0
            Fewer,S1,Core,2026-09,100.0000,USD,active,10,0
            Mixed,S1,Core,2026-09,100.0000,USD,active,,
            Off,S1,Core,2026-09,100.0000,USD,active,1,0
            On,S1,Core,2026-09,90.0000,USD,active,1,10
            Free,S1,Core,2026-09,50.0000,USD,active,1,0
            Late,S1,Core,2026-09,70.0000,USD,active,1,
            Late,S2,Add-on,2026-09,30.0000,USD,active,1,
            Unrenewed,S1,Core,2026-09,60.0000,USD,active,1,
            Absent,S1,Core,2026-09,40.0000,USD,active,1,
            Half,S1,Core,2026-09,40.0000,USD,active,1,
            Half,S2,Add-on,2026-09,10.0000,USD,active,1,
            Part,S1,Core,2026-09,80.0000,USD,active,1,
            Part,S2,Seats,2026-09,20.0000,USD,active,4,
            Rest,S1,Core,2026-09,80.0000,USD,active,1,
            Euro,S1,Core,2026-09,70.3333,EUR,active,5,1.5
            """;

    private static final String CLOSING = """
            Seats,S1,Core,PERIOD,120.0000,USD,active,12,0
            Fewer,S1,Core,PERIOD,80.0000,USD,active,8,0
            Mixed,S1,Core,PERIOD,110.0000,USD,active,3,2
            Off,S1,Core,PERIOD,90.0000,USD,active,1,10
            On,S1,Core,PERIOD,100.0000,USD,active,1,0
            Free,S1,Core,PERIOD,0.0000,USD,active,1,50
            Late,S1,Core,PERIOD,70.0000,USD,pending_renewal,1,
            Late,S2,Add-on,PERIOD,30.0000,USD,pending_renewal,1,
            Unrenewed,S1,Core,PERIOD,0.0000,USD,pending_renewal,1,
            Half,S1,Core,PERIOD,40.0000,USD,active,1,
            Part,S1,Core,PERIOD,80.0000,USD,active,1,
            Part,S2,Seats,PERIOD,20.0000,USD,paused,4,
            Rest,S1,Core,PERIOD,80.0000,USD,paused,1,
            Euro,S1,Core,PERIOD,75.1111,EUR,past_due,7,2.25
            """;

    private static final String BY_THE_NEW_SYSTEM = """
            N-Seats,sub_1,core-v2,PERIOD,120.0000,USD,active,12,0
            Fewer,S1,Core,PERIOD,80.0000,USD,active,8,0
            N-Late,S1,Core,PERIOD,70.0000,USD,active,1,
            N-Late,sub_2,add-on-v2,PERIOD,30.0000,USD,active,1,
            Half,S1,Core,PERIOD,40.0000,USD,active,1,
            N-Rest,S1,Core,PERIOD,80.0000,USD,active,1,
            N-Euro,S1,Core,PERIOD,75.1111,EUR,active,7,2.25
            """;

    private static final String MOVES = """
            old,Seats,S1,Core,new,N-Seats,sub_1,core-v2
            old,Late,,,new,N-Late,,
            old,Late,S2,Add-on,new,N-Late,sub_2,add-on-v2
            old,Rest,,,new,N-Rest,,
            old,Euro,,,new,N-Euro,,
            """;

    @Autowired
    PublishedBook books;

    @Autowired
    GivenBook policy;

    @Autowired
    WhatIf whatIf;

    @Autowired
    DecidedFacts facts;

    @Autowired
    RuleTables tables;

    @Autowired
    TransactionTemplate transaction;

    GivenOrganisation ours;

    @BeforeEach
    void organisation() {
        ours = books.organisation();
    }

    @ParameterizedTest
    @CsvSource({
        "grain, ACCOUNT",
        "grain, LINE",
        "pause, KEEP",
        "pause, CONTRACTION",
        "full_discount, CONTRACTION",
        "full_discount, CHURN",
        "discounts, GROSS",
        "fx, AS_REPORTED"
    })
    void quantities_discounts_late_renewals_and_absent_lines_come_out_as_published(String choice, String value) {
        policy.policy(ours, choice, value);
        books.october(ours, OPENING, CLOSING).publish();

        assertAsPublished(0, Variant.asPublished());
    }

    @ParameterizedTest
    @EnumSource(Pause.class)
    void a_period_opens_from_what_the_one_before_closed_with(Pause pause) {
        policy.policy(ours, "pause", pause.name());
        books.october(ours, OPENING, CLOSING).publish();
        books.november(ours, CLOSING).publish();

        assertAsPublished(1, Variant.asPublished());
        assertAsPublished(1, Variant.asPublished().carriedFromPeriodToPeriod());
    }

    @ParameterizedTest
    @CsvSource({"grain, ACCOUNT", "grain, LINE", "pause, KEEP"})
    void so_it_does_where_customers_moved_to_another_billing_system(String choice, String value) {
        policy.policy(ours, choice, value);
        moved();

        assertAsPublished(1, Variant.asPublished());
        assertAsPublished(1, Variant.asPublished().carriedFromPeriodToPeriod());
    }

    @Test
    void a_line_that_carried_nothing_moves_with_its_account_where_it_carries_something() {
        moved();

        var again = replayed(
                1,
                Variant.asPublished()
                        .carriedFromPeriodToPeriod()
                        .bearing(Set.of(
                                AccountStatus.ACTIVE,
                                AccountStatus.PAST_DUE,
                                AccountStatus.RENEWAL_PENDING,
                                AccountStatus.PAUSED)));

        assertThat(again.moved()).extracting(Moved::account).contains("N-Rest").doesNotContain("Rest", "Seats");
        assertThat(again.moved())
                .filteredOn(one -> one.account().equals("N-Rest"))
                .singleElement()
                .satisfies(one -> {
                    var becomes = Objects.requireNonNull(one.becomes());
                    assertThat(becomes.opening()).isEqualByComparingTo("80");
                    assertThat(becomes.movementClass()).isEqualTo(MovementClass.RENEWAL);
                });
    }

    @Test
    void a_line_that_moved_to_where_a_paused_one_was_opens_as_one_with_it_and_closes_once() {
        books.october(ours, OPENING, CLOSING + "N-Seats,sub_1,core-v2,PERIOD,50.0000,USD,paused,5,0\n")
                .publish();
        books.november(ours, "Rest,Resting\n", MOVES, BY_THE_NEW_SYSTEM).publish();
        assertAsPublished(1, Variant.asPublished().carriedFromPeriodToPeriod());

        var again = replayed(
                1,
                Variant.asPublished()
                        .carriedFromPeriodToPeriod()
                        .bearing(Set.of(
                                AccountStatus.ACTIVE,
                                AccountStatus.PAST_DUE,
                                AccountStatus.RENEWAL_PENDING,
                                AccountStatus.PAUSED)));

        assertThat(again.moved())
                .filteredOn(one -> one.account().equals("N-Seats"))
                .singleElement()
                .satisfies(one -> {
                    var becomes = Objects.requireNonNull(one.becomes());
                    assertThat(becomes.opening()).isEqualByComparingTo("170");
                    assertThat(becomes.closing()).isEqualByComparingTo("120");
                });
    }

    @Test
    void what_was_read_before_in_the_same_transaction_leaves_no_trace() {
        books.october(ours, OPENING, CLOSING).publish();
        var november = books.november(ours, CLOSING);
        var pausesAsContraction = ours.as(
                        "manager", () -> tables.content(new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1)))
                .csv()
                .replace("CHURN,PAUSED", "CONTRACTION,PAUSED");

        var tallies = ours.as(
                "manager",
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    var period = whatIf.periods().getFirst();
                    facts.each(november.close(), _ -> {});
                    var same = whatIf.of(period, Variant.asPublished()).tally();
                    facts.each(november.close(), _ -> {});
                    return List.of(
                            same,
                            whatIf.of(period, Variant.asPublished().with(pausesAsContraction))
                                    .tally());
                })));

        assertThat(tallies).extracting(Tally::changed).containsExactly(0L, 1L);
        assertThat(tallies).extracting(Tally::reasonChanges).containsExactly(0L, 0L);
    }

    private void moved() {
        books.october(ours, OPENING, CLOSING).publish();
        books.november(ours, "Rest,Resting\n", MOVES, BY_THE_NEW_SYSTEM).publish();
    }

    private void assertAsPublished(int period, Variant variant) {
        var again = replayed(period, variant);
        assertThat(again.moved()).isEmpty();
        assertThat(again.outcome().tally().reasonChanges()).isZero();
        assertThat(again.outcome().tally().changed()).isZero();
        assertThat(again.outcome().tally().decided()).isPositive();
        assertThat(again.outcome().replayed())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(again.outcome().published());
    }

    private Replayed replayed(int period, Variant variant) {
        return ours.as("manager", () -> {
            var moved = new ArrayList<Moved>();
            return new Replayed(whatIf.of(whatIf.periods().get(period), variant, moved::add), moved);
        });
    }

    private record Replayed(Outcome outcome, List<Moved> moved) {}
}
