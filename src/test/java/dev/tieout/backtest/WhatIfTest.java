package dev.tieout.backtest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenBook;
import dev.tieout.backtest.PublishedBook.Book;
import dev.tieout.movements.Movements;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.SourceKind;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** A published version decided again. */
@DatabaseTest
@Import(PublishedBook.class)
class WhatIfTest {

    @Autowired
    PublishedBook books;

    @Autowired
    GivenBook policy;

    @Autowired
    WhatIf whatIf;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RuleTables tables;

    @Autowired
    Movements movements;

    @ParameterizedTest
    @CsvSource({
        "grain, ACCOUNT",
        "grain, LINE",
        "fx, AS_REPORTED",
        "pause, KEEP",
        "pause, CONTRACTION",
        "reactivation_in_nrr, true"
    })
    void under_the_same_table_and_choices_comes_out_what_was_published(String choice, String value) {
        var close = published(choice, value, _ -> {});

        var again = replayed(close, Variant.asPublished());

        assertThat(again.outcome().replayed())
                .usingRecursiveComparison()
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .isEqualTo(again.outcome().published());
        assertThat(again.outcome().nrrAfter()).isEqualTo(again.outcome().nrrBefore());
        assertThat(again.moved()).isEmpty();
        assertThat(again.outcome().tally().changed()).isZero();
        assertThat(again.outcome().tally().decided()).isPositive();
    }

    @Test
    void a_later_change_of_the_close_does_not_reach_what_was_published() {
        var close = published("grain", "ACCOUNT", _ -> {});
        close.receive(SourceKind.BILLING, PublishedBook.SNAPSHOT + "Late,S1,Core,2026-10,999.0000,USD,active,\n");
        close.receive(SourceKind.RATES, "currency,opening_rate,closing_rate\nGBP,3,3\n");

        var again = replayed(close, Variant.asPublished());

        assertThat(again.moved()).isEmpty();
    }

    @Test
    void another_table_changes_the_class_of_the_accounts_that_it_names() {
        var close = published("grain", "ACCOUNT", _ -> {});

        var again = replayed(close, Variant.asPublished().with(withReturnersAsNew(close)));

        assertThat(again.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.account()).isEqualTo("Back");
            assertThat(requireNonNull(moved.was()).movementClass()).isEqualTo(MovementClass.REACTIVATION);
            var becomes = requireNonNull(moved.becomes());
            assertThat(becomes.movementClass()).isEqualTo(MovementClass.NEW);
            assertThat(becomes.amount()).isEqualByComparingTo("60");
        });
        assertThat(again.outcome().replayed().newAmount()).isEqualByComparingTo("100");
        assertThat(again.outcome().published().newAmount()).isEqualByComparingTo("40");
        assertThat(again.outcome().tally().changedAmount()).isEqualByComparingTo("60");
    }

    @Test
    void replays_one_after_the_other_in_one_transaction_know_nothing_of_each_other() {
        var close = published("grain", "ACCOUNT", _ -> {});
        var other = Variant.asPublished().with(withReturnersAsNew(close));
        var kept = Variant.asPublished().with(books.returnersAsNew(close.organisation()));

        var changed = close.organisation()
                .as(
                        "manager",
                        () -> requireNonNull(transaction.execute(_ -> {
                            var period = whatIf.periods().getFirst();
                            return Stream.of(
                                            Variant.asPublished(),
                                            other,
                                            kept,
                                            Variant.asPublished(),
                                            other,
                                            kept,
                                            other)
                                    .map(variant ->
                                            whatIf.of(period, variant).tally().changed())
                                    .toList();
                        })));

        assertThat(changed).containsExactly(0L, 1L, 1L, 0L, 1L, 1L, 1L);
    }

    @Test
    void what_a_person_decided_stands_and_is_counted() {
        var close = published(
                "grain",
                "ACCOUNT",
                open -> open.organisation()
                        .as(
                                "analyst",
                                () -> movements.override(
                                        open.close(),
                                        "Back",
                                        "",
                                        MovementClass.REACTIVATION,
                                        Reason.RETURNED,
                                        "Talked to them")));

        var again = replayed(close, Variant.asPublished().with(withReturnersAsNew(close)));

        assertThat(again.moved()).isEmpty();
        assertThat(again.outcome().tally().overridden()).isEqualTo(1);
        assertThat(again.outcome().tally().overrideDiffers()).isEqualTo(1);
        assertThat(replayed(
                                close,
                                Variant.asPublished()
                                        .with(withReturnersAsNew(close))
                                        .withoutOverrides())
                        .moved())
                .hasSize(1);
    }

    @Test
    void an_excluded_account_stays_out_whatever_the_table_says_of_it() {
        var close = published(
                "grain",
                "ACCOUNT",
                open -> open.organisation().as("analyst", () -> {
                    movements.exclude(open.close(), "Back", "Internal", "Ours");
                    return null;
                }));

        var again = replayed(close, Variant.asPublished().with(withReturnersAsNew(close)));

        assertThat(again.outcome().tally().changed()).isZero();
        assertThat(again.outcome().replayed().reactivation()).isZero();
        assertThat(again.outcome().replayed().newAmount()).isEqualByComparingTo("40");
    }

    @Test
    void exchange_rates_become_their_own_line_under_another_choice() {
        var close = published("grain", "ACCOUNT", _ -> {});

        var again = replayed(close, Variant.asPublished().under(choices -> ChoicesWith.fx(choices, Fx.AS_REPORTED)));

        assertThat(again.outcome().published().fx()).isZero();
        assertThat(again.outcome().replayed().adds()).isTrue();
    }

    @Test
    void by_line_instead_of_by_account_every_line_stands_beside_its_account() {
        var close = published("grain", "ACCOUNT", _ -> {});

        var again = replayed(close, Variant.asPublished().under(ChoicesWith::byLine));

        assertThat(again.moved())
                .filteredOn(moved -> moved.account().equals("Grow"))
                .hasSize(2);
        assertThat(again.outcome().replayed().closing())
                .isEqualByComparingTo(again.outcome().published().closing());
    }

    private String withReturnersAsNew(Book close) {
        String shipped = close.organisation()
                .as("manager", () -> tables.content(new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1)))
                .csv();
        return shipped.replace("REACTIVATION,RETURNED", "NEW,NEW_LOGO");
    }

    private Book published(String choice, Object value, Consumer<Book> work) {
        var organisation = books.organisation();
        policy.policy(organisation, choice, value.equals("true") ? (Object) true : value);
        var october = books.october(organisation);
        work.accept(october);
        october.work();
        october.publish();
        return october;
    }

    private Replayed replayed(Book close, Variant variant) {
        return close.organisation().as("manager", () -> {
            var moved = new ArrayList<Moved>();
            return new Replayed(whatIf.of(whatIf.periods().getFirst(), variant, moved::add), moved);
        });
    }

    private record Replayed(Outcome outcome, List<Moved> moved) {}
}
