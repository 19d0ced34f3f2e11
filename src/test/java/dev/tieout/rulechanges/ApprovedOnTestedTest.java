package dev.tieout.rulechanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.PublishedBook;
import dev.tieout.backtest.PublishedBook.Book;
import dev.tieout.rulechanges.RuleChanges.RuleChangeRefused;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.SourceKind;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is published while a version waits for its approver. */
@DatabaseTest
@Import(PublishedBook.class)
class ApprovedOnTestedTest {

    private static final AtomicLong ENGINE_KEYS = new AtomicLong(3_500_000_000L);

    @Autowired
    PublishedBook books;

    @Autowired
    BackTests backTests;

    @Autowired
    RuleChanges changes;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTables tables;

    @Autowired
    Tasks tasks;

    GivenOrganisation ours;
    Book october;

    @BeforeEach
    void a_published_period() {
        ours = books.organisation();
        october = books.october(ours);
        october.publish();
    }

    @Test
    void an_outdated_back_test_is_not_approved_on_but_can_be_rejected_on() {
        var version = waiting(
                books.draft(ours, RuleTables.VARIANCE_CAUSE, "Billed but not posted", "Billed and not posted yet"));
        october.receive(
                SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,Keep,2026-10-05,300.00,USD\n");

        assertThatExceptionOfType(RuleChangeRefused.class)
                .isThrownBy(() -> ours.as("approver", () -> changes.decide(version, Decision.APPROVE, null)))
                .withMessageContaining("is outdated")
                .withMessageContaining("Run it again");
        assertThat(state(version)).isEqualTo(State.IN_REVIEW);

        ours.as("approver", () -> backTests.run(version));
        ours.as("approver", () -> changes.decide(version, Decision.APPROVE, null));
        assertThat(state(version)).isEqualTo(State.APPROVED);
    }

    @Test
    void a_rejection_does_not_wait_for_a_back_test() {
        var version = waiting(
                books.draft(ours, RuleTables.VARIANCE_CAUSE, "Billed but not posted", "Billed and not posted yet"));
        october.receive(
                SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,Keep,2026-10-05,300.00,USD\n");

        ours.as("approver", () -> changes.decide(version, Decision.REJECT, "Say which posting"));

        assertThat(state(version)).isEqualTo(State.REJECTED);
    }

    @Test
    void another_published_period_has_the_version_tested_again_by_itself() {
        var version = waiting(new GivenRuleChange(drafts).drafted(ours, "2026-12"));
        assertThat(latest(version).periods()).hasSize(1);

        books.november(ours).publish();

        await().atMost(Duration.ofMinutes(2)).until(() -> latest(version).isCurrent());
        assertThat(latest(version).periods()).hasSize(2);
        ours.as("approver", () -> changes.decide(version, Decision.APPROVE, null));
        assertThat(state(version)).isEqualTo(State.APPROVED);
    }

    /** Submitted, tried on what is published, and now its task waits. */
    private PinnedTable waiting(PinnedTable draft) {
        ours.as("analyst", () -> drafts.submit(draft, drafts.ownEdition(draft)));
        ours.asSystem(() -> changes.analyse(draft));
        ours.as("analyst", () -> backTests.run(draft));
        var kind = TaskKind.APPROVE_RULE_VERSION;
        ours.asSystem(() -> tasks.open(
                new NewTask(null, kind, kind.slug(), RuleChange.subject(draft), null, ENGINE_KEYS.incrementAndGet())));
        return draft;
    }

    private BackTest latest(PinnedTable version) {
        return ours.as("manager", () -> backTests.latest(version)).orElseThrow();
    }

    private State state(PinnedTable version) {
        return ours.as("manager", () -> tables.content(version)).version().state();
    }
}
