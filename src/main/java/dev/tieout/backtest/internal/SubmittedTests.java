package dev.tieout.backtest.internal;

import dev.tieout.backtest.BackTest;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.publication.Published;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A version that waits for its approver is tested again when another period, or another version of one, has been published: its test
 * would be outdated, and nobody approves on that. What was cut off, or could not wait for its turn, is taken up later.
 */
@Component
class SubmittedTests {

    private static final Logger LOG = LoggerFactory.getLogger(SubmittedTests.class);

    private final RuleTables tables;
    private final BackTestRuns runs;
    private final BackgroundRuns background;
    private final BackTestReading reading;
    private final Organisations organisations;
    private final CurrentActor currentActor;
    private final Clock clock;

    SubmittedTests(
            RuleTables tables,
            BackTestRuns runs,
            BackgroundRuns background,
            BackTestReading reading,
            Organisations organisations,
            CurrentActor currentActor,
            Clock clock) {
        this.tables = tables;
        this.runs = runs;
        this.background = background;
        this.reading = reading;
        this.organisations = organisations;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** After the commit and on another thread: nobody who publishes waits for it, nor fails by it. */
    @TransactionalEventListener
    void on(Published published) {
        var product = Actor.system(currentActor.get().organisation());
        if (!background.later(() -> currentActor.runAs(product, () -> testAgain(submitted(), product)))) {
            LOG.warn("too many back-tests wait; those of submitted versions stay outdated for the time being");
        }
    }

    /** What fails in one organisation does not keep the others from being looked at. */
    @Scheduled(
            initialDelayString = "${tieout.workflow.watch-every:PT1M}",
            fixedDelayString = "${tieout.workflow.watch-every:PT1M}")
    void look() {
        for (var organisation : organisations.all()) {
            try {
                look(organisation.id());
            } catch (RuntimeException e) {
                LOG.error("back-tests of {} were not looked at to their end", organisation.id(), e);
            }
        }
    }

    /** The first test of a version is its process's: one that has none yet is left to it. */
    void look(OrganisationId organisation) {
        var product = Actor.system(organisation);
        currentActor.runAs(
                product,
                () -> testAgain(
                        submitted().stream()
                                .filter(version -> reading.latest(version)
                                        .filter(this::isLeft)
                                        .isPresent())
                                .toList(),
                        product));
    }

    private boolean isLeft(BackTest test) {
        return test.state() == BackTest.State.DONE ? test.stale() : test.isStill(clock.instant());
    }

    private List<PinnedTable> submitted() {
        return tables.versions().stream()
                .filter(version -> version.state() == State.IN_REVIEW)
                .map(RuleTableVersion::pinned)
                .toList();
    }

    private void testAgain(List<PinnedTable> versions, Actor product) {
        versions.forEach(version -> testAgain(version, product));
    }

    private void testAgain(PinnedTable version, Actor product) {
        try {
            background.go(runs.begun(version), product);
        } catch (RuntimeException e) {
            LOG.warn("the back-test of {} was not begun again", version, e);
        }
    }
}
