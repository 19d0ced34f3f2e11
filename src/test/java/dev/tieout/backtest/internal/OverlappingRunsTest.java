package dev.tieout.backtest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditTrail;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTest.State;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.BackTests.TooManyWait;
import dev.tieout.backtest.PublishedBook;
import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.backtest.TestedPeriod;
import dev.tieout.movements.Replays.LinesNotKept;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Two runs of one test at once, and more runs than can wait. */
@DatabaseTest
@Import(PublishedBook.class)
class OverlappingRunsTest {

    private static final Tally NOTHING = new Tally(1, 0, 0, BigDecimal.ZERO, 0, 0, 0, 0);

    @Autowired
    PublishedBook books;

    @Autowired
    BackTests backTests;

    @Autowired
    BackTestRows rows;

    @Autowired
    PublishedPeriods periods;

    @Autowired
    RuleTables rules;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    GivenOrganisation ours;
    PinnedTable version = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1);
    long october;

    @BeforeEach
    void two_published_periods() {
        ours = books.organisation();
        october = books.october(ours).publish().id();
        books.november(ours).publish();
    }

    @Test
    void a_period_that_another_run_has_told_of_meanwhile_is_not_told_of_the_next() {
        var other = runs(
                period -> {
                    if (period.publication() == october) {
                        throw new LinesNotKept();
                    }
                    throw new IllegalStateException("the server goes down");
                },
                transactions);
        var ours = runs(this::withoutOctober, meanwhile(other));

        var test = finished(ours);

        assertThat(test.state()).isEqualTo(State.DONE);
        assertThat(test.periods())
                .extracting(TestedPeriod::notReplayed)
                .containsExactly(new LinesNotKept().sentence(), null);
        assertThat(test.periods().getLast().tally()).isNotNull();
    }

    @Test
    void a_run_that_breaks_off_leaves_what_another_has_brought_to_its_end() {
        var other = runs(_ -> NOTHING, transactions);
        var ours = runs(
                _ -> {
                    throw new IllegalStateException("out of space");
                },
                meanwhile(other));

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> finished(ours));

        assertThat(kept().state()).isEqualTo(State.DONE);
        assertThat(kept().trouble()).isNull();
    }

    @Test
    void a_run_that_ends_in_an_error_is_kept_as_failed_and_goes_on_when_it_is_started_again() {
        var broken = runs(
                _ -> {
                    throw new StackOverflowError();
                },
                transactions);

        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> finished(broken));
        assertThat(kept().state()).isEqualTo(State.FAILED);

        assertThat(finished(runs(_ -> NOTHING, transactions)).state()).isEqualTo(State.DONE);
    }

    @Test
    void more_runs_than_can_wait_are_refused_in_a_sentence_and_can_be_started_again() {
        var go = new CountDownLatch(1);
        var slow = runs(
                _ -> {
                    await().atMost(Duration.ofMinutes(1)).until(() -> go.getCount() == 0);
                    return NOTHING;
                },
                transactions);
        var background = new BackgroundRuns(slow, currentActor, 1);
        try {
            var first = begun(slow, version);
            var second = begun(slow, books.returnersAsNew(ours));
            var third = begun(slow, books.returnersAsNew(ours));
            ours.as("analyst", () -> background.go(first, currentActor.get()));
            await().atMost(Duration.ofMinutes(1)).until(() -> background.waiting() == 0);
            ours.as("analyst", () -> background.go(second, currentActor.get()));

            assertThatExceptionOfType(TooManyWait.class)
                    .isThrownBy(() -> ours.as("analyst", () -> background.go(third, currentActor.get())));

            assertThat(state(third)).isEqualTo(State.FAILED);
            go.countDown();
            await().atMost(Duration.ofMinutes(1)).until(() -> state(second) == State.DONE);
            var again = begun(slow, third.version());
            assertThat(again.state()).isEqualTo(State.RUNNING);
            ours.as("analyst", () -> background.go(again, currentActor.get()));
            await().atMost(Duration.ofMinutes(1)).until(() -> state(third) == State.DONE);
        } finally {
            go.countDown();
            background.stop();
        }
    }

    @Test
    void a_run_that_is_asked_for_again_while_it_breaks_off_goes_on() {
        var asked = new CountDownLatch(1);
        var breaks = new AtomicBoolean(true);
        var broken = runs(
                _ -> {
                    if (breaks.getAndSet(false)) {
                        await().atMost(Duration.ofMinutes(1)).until(() -> asked.getCount() == 0);
                        throw new IllegalStateException("out of space");
                    }
                    return NOTHING;
                },
                transactions);
        var background = new BackgroundRuns(broken, currentActor, 1);
        try {
            var begun = begun(broken, version);
            ours.as("analyst", () -> background.go(begun, currentActor.get()));
            ours.as("analyst", () -> background.go(begun, currentActor.get()));
            asked.countDown();

            await().atMost(Duration.ofMinutes(1)).until(() -> state(begun) == State.DONE);
        } finally {
            asked.countDown();
            background.stop();
        }
    }

    private Tally withoutOctober(PublishedPeriod period) {
        if (period.publication() == october) {
            throw new LinesNotKept();
        }
        return NOTHING;
    }

    private BackTest finished(BackTestRuns runs) {
        return ours.as("analyst", () -> {
            var begun = runs.begun(version);
            runs.finish(begun);
            return backTests.of(begun.id());
        });
    }

    private BackTestRows.Row begun(BackTestRuns runs, PinnedTable of) {
        return ours.as("analyst", () -> runs.begun(of));
    }

    private State state(BackTestRows.Row of) {
        return ours.as("manager", () -> backTests.of(of.id())).state();
    }

    private BackTest kept() {
        return ours.as("manager", () -> backTests.latest(version)).orElseThrow();
    }

    private BackTestRuns runs(Function<PublishedPeriod, Tally> tested, PlatformTransactionManager by) {
        return new BackTestRuns(rows, periods, rules, List.of(new Told(tested)), currentActor, audit, clock, by);
    }

    /** After the first transaction that is taken back, the other run does what it can before anything goes on. */
    private PlatformTransactionManager meanwhile(BackTestRuns other) {
        var due = new AtomicReference<@Nullable BackTestRuns>(other);
        return new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
                return transactions.getTransaction(definition);
            }

            @Override
            public void commit(TransactionStatus status) {
                transactions.commit(status);
            }

            @Override
            public void rollback(TransactionStatus status) {
                transactions.rollback(status);
                var first = due.getAndSet(null);
                if (first != null) {
                    try {
                        first.finish(first.begun(version));
                    } catch (IllegalStateException expected) {
                        assertThat(expected).hasMessage("the server goes down");
                    }
                }
            }
        };
    }

    /** Says of a period what it is told to. */
    private record Told(Function<PublishedPeriod, Tally> tested) implements Tester {

        @Override
        public String table() {
            return RuleTables.MOVEMENT_CLASSIFICATION;
        }

        @Override
        public void check(PinnedTable version) {
            Objects.requireNonNull(version);
        }

        @Override
        public Tally test(long backTest, PinnedTable version, PublishedPeriod period) {
            return tested.apply(period);
        }
    }
}
