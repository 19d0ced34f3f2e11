package dev.tieout.backtest.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.publication.Published;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A version that waits for its approver is tested again when another period, or another version of one, has been published: its test
 * would be outdated, and nobody approves on that.
 */
@Component
class SubmittedTests {

    private static final Logger LOG = LoggerFactory.getLogger(SubmittedTests.class);

    private final RuleTables tables;
    private final BackTestRuns runs;
    private final BackgroundRuns background;
    private final CurrentActor currentActor;

    SubmittedTests(RuleTables tables, BackTestRuns runs, BackgroundRuns background, CurrentActor currentActor) {
        this.tables = tables;
        this.runs = runs;
        this.background = background;
        this.currentActor = currentActor;
    }

    /** After the commit and on another thread: nobody who publishes waits for it, nor fails by it. */
    @TransactionalEventListener
    void on(Published published) {
        var product = Actor.system(currentActor.get().organisation());
        if (!background.later(() -> currentActor.runAs(product, () -> testAgain(product)))) {
            LOG.warn("too many back-tests wait; those of submitted versions stay outdated until somebody runs them");
        }
    }

    private void testAgain(Actor product) {
        tables.versions().stream()
                .filter(version -> version.state() == State.IN_REVIEW)
                .map(RuleTableVersion::pinned)
                .forEach(version -> testAgain(version, product));
    }

    private void testAgain(PinnedTable version, Actor product) {
        try {
            background.go(runs.begun(version), product);
        } catch (RuntimeException e) {
            LOG.warn("the back-test of {} was not begun again", version, e);
        }
    }
}
