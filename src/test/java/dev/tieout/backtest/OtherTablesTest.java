package dev.tieout.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.backtest.StatusWord.Told;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.SourceKind;
import dev.tieout.terms.Ratio;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Variance tables and status crosswalks held against published periods. */
@DatabaseTest
@Import(PublishedBook.class)
class OtherTablesTest {

    @Autowired
    PublishedBook books;

    @Autowired
    BackTests backTests;

    @Autowired
    Reconciliation reconciliation;

    GivenOrganisation ours;

    @BeforeEach
    void organisation() {
        ours = books.organisation();
    }

    @Test
    void a_variance_table_says_for_which_accounts_it_would_suggest_another_cause() {
        var october = books.october(ours);
        october.publish();
        var totals = ours.as("manager", () -> reconciliation.totals(october.close()));
        var version = books.draft(ours, RuleTables.VARIANCE_CAUSE, "POSTING", "TIMING");

        var test = run(version);

        var period = test.periods().getFirst();
        assertThat(Objects.requireNonNull(period.tally()).changed()).isPositive();
        assertThat(period.figuresChange()).isFalse();
        assertThat(ours.as("manager", () -> backTests.changes(test.id(), ChangeFilter.all(), 0, 100)))
                .allSatisfy(change -> {
                    assertThat(change.was()).isEqualTo("POSTING");
                    assertThat(change.becomes()).isEqualTo("TIMING");
                    assertThat(change.amount()).isPositive();
                });
        assertThat(ours.as("manager", () -> reconciliation.totals(october.close())))
                .isEqualTo(totals);
    }

    @Test
    void a_ledger_that_comes_in_later_makes_the_test_of_a_variance_table_outdated() {
        var october = books.october(ours);
        october.publish();
        var version = new PinnedTable(RuleTables.VARIANCE_CAUSE, 1);
        var before = run(version);
        assertThat(before.isCurrent()).isTrue();

        october.receive(
                SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,Keep,2026-10-05,300.00,USD\n");

        assertThat(ours.as("manager", () -> backTests.of(before.id())).stale()).isTrue();
        var after = run(version);
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.isCurrent()).isTrue();
        assertThat(Objects.requireNonNull(after.periods().getFirst().tally()).decided())
                .isLessThan(Objects.requireNonNull(before.periods().getFirst().tally())
                        .decided());
    }

    @Test
    void what_changes_in_a_close_without_a_publication_leaves_the_test_of_a_movement_table() {
        var october = books.october(ours);
        october.publish();
        var test = run(new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1));

        october.receive(
                SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,Keep,2026-10-05,300.00,USD\n");

        assertThat(ours.as("manager", () -> backTests.of(test.id())).isCurrent())
                .isTrue();
    }

    @Test
    void moves_that_come_in_later_make_the_test_of_a_crosswalk_outdated() {
        books.october(ours).publish();
        var november = books.november(ours);
        november.publish();
        var test = run(new PinnedTable(RuleTables.STATUS_CROSSWALK, 1));
        assertThat(test.isCurrent()).isTrue();

        november.receive(
                SourceKind.MIGRATION,
                "old_system,old_account_id,old_subscription_id,old_product,new_system,new_account_id,new_subscription_id,"
                        + "new_product\nold,Keep,,,new,N-Keep,,\n");

        assertThat(ours.as("manager", () -> backTests.of(test.id())).stale()).isTrue();
    }

    @Test
    void the_same_variance_table_changes_no_cause() {
        books.october(ours).publish();

        var tally = run(new PinnedTable(RuleTables.VARIANCE_CAUSE, 1))
                .periods()
                .getFirst()
                .tally();

        assertThat(Objects.requireNonNull(tally).changed()).isZero();
        assertThat(tally.decided()).isPositive();
    }

    @Test
    void a_word_that_means_something_else_moves_figures_where_all_words_of_its_meaning_go_the_same_way() {
        books.october(ours).publish();
        var version =
                books.draft(ours, RuleTables.STATUS_CROSSWALK, "generic,past_due,PAST_DUE", "generic,past_due,UNPAID");

        var test = run(version);

        var october = test.periods().getFirst();
        assertThat(october.grrAfter().map(Ratio::decimal).orElseThrow())
                .isLessThan(october.grrBefore().map(Ratio::decimal).orElseThrow());
        assertThat(ours.as("manager", () -> backTests.changes(test.id(), ChangeFilter.all(), 0, 10)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.account()).isEqualTo("Euro");
                    assertThat(change.becomes()).isEqualTo("CHURN");
                    assertThat(change.closing()).isZero();
                });
        assertThat(ours.as("manager", () -> backTests.words(test.id())))
                .singleElement()
                .satisfies(word -> {
                    assertThat(word.word()).isEqualTo("past_due");
                    assertThat(word.told()).isEqualTo(Told.EXACT);
                    assertThat(word.lines()).isEqualTo(1);
                    assertThat(word.currency()).isEqualTo("EUR");
                });
    }

    @Test
    void the_next_period_opens_from_what_the_one_before_would_have_closed_with() {
        books.october(ours).publish();
        books.november(ours).publish();
        var version =
                books.draft(ours, RuleTables.STATUS_CROSSWALK, "generic,past_due,PAST_DUE", "generic,past_due,UNPAID");

        var november = run(version).periods().getLast();

        assertThat(Objects.requireNonNull(november.replayed()).opening())
                .isLessThan(november.published().opening());
        assertThat(november.grrAfter().map(Ratio::percent)).contains("100.00 %");
    }

    @Test
    void words_of_one_meaning_that_part_are_told_with_the_most_that_it_can_be_and_move_no_figure() {
        books.october(ours).publish();
        var version = books.draft(ours, RuleTables.STATUS_CROSSWALK, "generic,live,ACTIVE", "generic,live,TRIAL");

        var test = run(version);

        assertThat(test.periods().getFirst().figuresChange()).isFalse();
        assertThat(ours.as("manager", () -> backTests.words(test.id())))
                .singleElement()
                .satisfies(word -> {
                    assertThat(word.told()).isEqualTo(Told.AT_MOST);
                    assertThat(word.lines()).isEqualTo(5);
                });
    }

    private BackTest run(PinnedTable version) {
        return ours.as("analyst", () -> backTests.run(version));
    }
}
