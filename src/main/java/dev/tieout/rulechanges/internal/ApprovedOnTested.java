package dev.tieout.rulechanges.internal;

import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges.RuleChangeRefused;
import dev.tieout.rules.PinnedTable;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.TaskCompleted;
import dev.tieout.tasks.TaskKind;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nobody approves a version on a back-test that no longer tells of what is published: it is refused in the transaction of the approval.
 * It can be rejected at any time.
 */
@Component
class ApprovedOnTested {

    private final BackTests backTests;
    private final Clock clock;

    ApprovedOnTested(BackTests backTests, Clock clock) {
        this.backTests = backTests;
        this.clock = clock;
    }

    @EventListener
    void on(TaskCompleted completed) {
        if (completed.task().kind() == TaskKind.APPROVE_RULE_VERSION && completed.decision() == Decision.APPROVE) {
            var version = RuleChange.version(completed.task().subject()).orElseThrow();
            backTests.latest(version).filter(test -> !test.isCurrent()).ifPresent(test -> {
                throw new RuleChangeRefused("back-test-outdated", sentence(version, test));
            });
        }
    }

    private String sentence(PinnedTable version, BackTest test) {
        var what = "The back-test of version " + version.version() + " of the table “" + version.table() + "” ";
        return what
                + switch (test.state()) {
                    case RUNNING ->
                        test.isStuck(clock.instant())
                                ? "does not go on. Run it again, and decide on what it says then."
                                : "is still being run. Decide when it is done.";
                    case FAILED -> "broke off: " + test.trouble() + " Run it again, and decide on what it says then.";
                    case DONE ->
                        "is outdated: what it was run on has changed since. Run it again, and decide on what it says then.";
                };
    }
}
