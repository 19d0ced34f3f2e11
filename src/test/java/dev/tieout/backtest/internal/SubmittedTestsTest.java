package dev.tieout.backtest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.PublishedBook;
import dev.tieout.backtest.PublishedBook.Book;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.SourceKind;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Back-tests of versions that wait for their approver, looked after while nobody asks for them. */
@DatabaseTest
@Import(PublishedBook.class)
class SubmittedTestsTest {

    @Autowired
    PublishedBook books;

    @Autowired
    BackTests backTests;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTables tables;

    @Autowired
    BackTestRuns runs;

    @Autowired
    BackgroundRuns background;

    @Autowired
    BackTestReading reading;

    @Autowired
    Organisations organisations;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    Clock clock;

    GivenOrganisation ours;
    Book october;
    PinnedTable version;

    @BeforeEach
    void a_submitted_version() {
        ours = books.organisation();
        october = books.october(ours);
        october.publish();
        version = books.draft(ours, RuleTables.VARIANCE_CAUSE, "Billed but not posted", "Billed and not posted yet");
        ours.as("analyst", () -> drafts.submit(version, drafts.ownEdition(version)));
    }

    @Test
    void a_test_that_was_cut_off_is_taken_up() {
        ours.as("analyst", () -> runs.begun(version));

        watchIn(Duration.ofMinutes(11)).look(ours.id());

        await().atMost(Duration.ofMinutes(1)).until(() -> latest().isCurrent());
    }

    @Test
    void an_outdated_test_is_run_again() {
        ours.as("analyst", () -> backTests.run(version));
        october.receive(
                SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,Keep,2026-10-05,300.00,USD\n");
        assertThat(latest().isCurrent()).isFalse();

        watchIn(Duration.ZERO).look(ours.id());

        await().atMost(Duration.ofMinutes(1)).until(() -> latest().isCurrent());
    }

    private BackTest latest() {
        return ours.as("manager", () -> backTests.latest(version)).orElseThrow();
    }

    private SubmittedTests watchIn(Duration later) {
        return new SubmittedTests(
                tables, runs, background, reading, organisations, currentActor, Clock.offset(clock, later));
    }
}
