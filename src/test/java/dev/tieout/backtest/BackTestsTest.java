package dev.tieout.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.backtest.BackTest.State;
import dev.tieout.backtest.BackTests.NoSuchBackTest;
import dev.tieout.metrics.Bridge;
import dev.tieout.movements.Movements;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.SourceKind;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import dev.tieout.terms.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Rule versions held against published periods. */
@DatabaseTest
@Import(PublishedBook.class)
class BackTestsTest {

    @Autowired
    PublishedBook books;

    @Autowired
    BackTests backTests;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    Movements movements;

    @Autowired
    AuditTrail audit;

    GivenOrganisation ours;

    @BeforeEach
    void organisation() {
        ours = books.organisation();
    }

    @Test
    void before_anything_is_published_there_is_nothing_to_test_against() {
        var test = run(books.returnersAsNew(ours));

        assertThat(test.state()).isEqualTo(State.DONE);
        assertThat(test.periods()).isEmpty();
    }

    @Test
    void a_version_that_changes_nothing_says_so_for_each_period_and_every_figure_comes_out_as_published() {
        books.october(ours).publish();
        books.november(ours).publish();

        var test = run(new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1));

        assertThat(test.periods()).extracting(TestedPeriod::period).containsExactly("2026-10", "2026-11");
        assertThat(test.periods()).allSatisfy(period -> {
            assertThat(period.done()).isTrue();
            assertThat(period.figuresChange()).isFalse();
            assertThat(period.breaches()).isFalse();
            assertThat(tally(period).changed()).isZero();
            assertThat(replayed(period).closing())
                    .isEqualByComparingTo(period.published().closing());
        });
        assertThat(test.changedAccounts()).isZero();
    }

    @Test
    void accounts_that_would_change_class_are_named_by_period_with_from_and_to_and_amount() {
        books.october(ours).publish();
        books.november(ours).publish();

        var test = run(books.returnersAsNew(ours));

        assertThat(test.periods())
                .extracting(period -> tally(period).changedAccounts())
                .containsExactly(1L, 0L);
        assertThat(changes(test, ChangeFilter.all())).singleElement().satisfies(change -> {
            assertThat(change.period()).isEqualTo("2026-10");
            assertThat(change.account()).isEqualTo("Back");
            assertThat(change.name()).isEqualTo("Back to us");
            assertThat(change.was()).isEqualTo("REACTIVATION");
            assertThat(change.becomes()).isEqualTo("NEW");
            assertThat(change.amount()).isEqualByComparingTo("60");
            assertThat(change.currency()).isEqualTo("USD");
        });
        assertThat(changes(test, new ChangeFilter("2026-11", null, null, null, true)))
                .isEmpty();
        assertThat(changes(test, new ChangeFilter(null, "REACTIVATION", "NEW", "to us", false)))
                .hasSize(1);
        assertThat(ours.as("manager", () -> backTests.transitions(test.id(), null)))
                .singleElement()
                .satisfies(transition -> {
                    assertThat(transition.was()).isEqualTo("REACTIVATION");
                    assertThat(transition.becomes()).isEqualTo("NEW");
                    assertThat(transition.accounts()).isEqualTo(1);
                    assertThat(transition.amount()).isEqualByComparingTo("60");
                });
    }

    @Test
    void ratios_stand_before_and_after_when_a_row_moves_money_out_of_the_cohorts_bridge() {
        books.october(ours).publish();
        var version = books.draft(ours, RuleTables.MOVEMENT_CLASSIFICATION, "CHURN,PAUSED", "RENEWAL,PAUSED");

        var october = run(version).periods().getFirst();

        assertThat(october.grrBefore().map(Ratio::percent))
                .isEqualTo(october.published().grr().map(Ratio::percent));
        assertThat(october.grrAfter().map(Ratio::decimal))
                .hasValueSatisfying(after -> assertThat(after)
                        .isGreaterThan(october.grrBefore().orElseThrow().decimal()));
        assertThat(october.figuresChange()).isTrue();
        assertThat(october.breaches()).as("a renewal to nothing").isTrue();
    }

    @Test
    void pages_over_rest_hold_every_change_once() {
        books.october(ours).publish();
        var version = books.draft(ours, RuleTables.MOVEMENT_CLASSIFICATION, "NEW,NEW_LOGO", "NEW,OTHER");
        var test = run(version);
        var filter = new ChangeFilter(null, null, null, null, true);

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            String after = cursor;
            var page = ours.as("manager", () -> backTests.after(test.id(), filter, after, 1));
            page.items().forEach(change -> seen.add(change.account()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().hasSize((int)
                (long) ours.as("manager", () -> backTests.count(test.id(), filter)));
        assertThat(seen).contains("New");
    }

    @Test
    void what_each_row_decided_is_counted_before_and_after() {
        books.october(ours).publish();

        var test = run(books.returnersAsNew(ours));

        var hits = ours.as("manager", () -> backTests.hits(test.id()));
        assertThat(hits)
                .filteredOn(hit -> hit.baseVersion() == null)
                .extracting(BackTests.RowHits::hits)
                .isNotEmpty();
        assertThat(hits.stream()
                        .filter(hit -> hit.baseVersion() == null)
                        .mapToLong(BackTests.RowHits::hits)
                        .sum())
                .isEqualTo(tally(test.periods().getFirst()).decided());
    }

    @Test
    void what_a_person_decided_stands_and_is_told() {
        var october = books.october(ours);
        ours.as(
                "analyst",
                () -> movements.override(
                        october.close(), "Back", "", MovementClass.REACTIVATION, Reason.RETURNED, "Talked to them"));
        october.work();
        october.publish();

        var period = run(books.returnersAsNew(ours)).periods().getFirst();

        assertThat(tally(period).changed()).isZero();
        assertThat(tally(period).overridden()).isEqualTo(1);
        assertThat(tally(period).overrideDiffers()).isEqualTo(1);
    }

    @Test
    void asked_again_for_the_same_it_is_the_kept_one() {
        books.october(ours).publish();
        var version = books.returnersAsNew(ours);

        var first = run(version);
        var second = run(version);

        assertThat(second).isEqualTo(first);
        assertThat(ours.as("manager", () -> backTests.latest(version))).contains(first);
        assertThat(entries())
                .filteredOn(entry -> entry.action().equals("rule-version-back-tested"))
                .hasSize(1);
    }

    @Test
    void another_published_version_makes_it_stale_and_a_new_run_takes_that_one() {
        var october = books.october(ours);
        october.publish();
        var version = books.returnersAsNew(ours);
        var before = run(version);
        october.receive(SourceKind.BILLING, PublishedBook.SNAPSHOT + "Late,S1,Core,2026-10,7.0000,USD,active,\n");
        october.work();
        october.publish();

        assertThat(ours.as("manager", () -> backTests.of(before.id())).stale()).isTrue();

        var after = run(version);
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.stale()).isFalse();
        assertThat(after.periods()).extracting(TestedPeriod::version).containsExactly(2);
        assertThat(ours.as("manager", () -> backTests.latest(version)).map(BackTest::id))
                .contains(after.id());
    }

    @Test
    void a_draft_that_was_written_on_has_no_test_yet() {
        books.october(ours).publish();
        var version = books.returnersAsNew(ours);
        run(version);
        var draft = ours.as("analyst", () -> drafts.draft(version));
        var rows = new ArrayList<>(draft.rows());
        rows.removeLast();
        ours.as("analyst", () -> drafts.save(version, draft.edition(), rows, null, "One less"));

        assertThat(ours.as("manager", () -> backTests.latest(version))).isEmpty();
    }

    @Test
    void a_malformed_draft_is_refused_before_anything_is_run() {
        books.october(ours).publish();
        var version = books.returnersAsNew(ours);
        var draft = ours.as("analyst", () -> drafts.draft(version));
        var cells = new ArrayList<>(draft.rows().getFirst().cells());
        cells.set(1, "rather much");
        var rows = new ArrayList<>(draft.rows());
        rows.set(0, new RuleDraft.Row("Broken", cells));
        ours.as("analyst", () -> drafts.save(version, draft.edition(), rows, null, "Broken"));

        assertThatExceptionOfType(RuleTableRefused.class).isThrownBy(() -> run(version));
    }

    @Test
    void started_in_the_background_it_comes_to_its_end_by_itself() {
        books.october(ours).publish();
        var version = books.returnersAsNew(ours);

        var begun = ours.as("analyst", () -> backTests.start(version));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> ours.as("manager", () -> backTests.of(begun.id())).state() == State.DONE);
        assertThat(run(version).id()).isEqualTo(begun.id());
    }

    @Test
    void who_only_reads_does_not_run_one_and_no_one_else_sees_it() {
        books.october(ours).publish();
        var version = books.returnersAsNew(ours);
        var test = run(version);
        var others = books.organisation();

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> ours.as("manager", () -> backTests.run(version)));
        assertThatExceptionOfType(NoSuchBackTest.class)
                .isThrownBy(() -> others.as("manager", () -> backTests.of(test.id())));
        assertThat(others.as("manager", () -> backTests.count(test.id(), ChangeFilter.all())))
                .isZero();
    }

    private BackTest run(PinnedTable version) {
        return ours.as("analyst", () -> backTests.run(version));
    }

    private List<Change> changes(BackTest test, ChangeFilter filter) {
        return ours.as("manager", () -> backTests.changes(test.id(), filter, 0, 100));
    }

    private List<AuditEntry> entries() {
        return ours.as("manager", () -> audit.latest(Long.MAX_VALUE, 500));
    }

    private static Tally tally(TestedPeriod period) {
        return Optional.ofNullable(period.tally()).orElseThrow();
    }

    private static Bridge replayed(TestedPeriod period) {
        return Optional.ofNullable(period.replayed()).orElseThrow();
    }
}
