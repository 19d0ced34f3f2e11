package dev.tieout.backtest.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.backtest.BackTest.State;
import dev.tieout.backtest.BackTests.VersionChanged;
import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.backtest.internal.BackTestRows.Row;
import dev.tieout.movements.RateMissing;
import dev.tieout.movements.Replays.LinesNotKept;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs tests period by period, each in a transaction of its own that keeps what came out, so that nothing is lost or done twice. */
@Component
class BackTestRuns {

    private static final Logger LOG = LoggerFactory.getLogger(BackTestRuns.class);

    private final BackTestRows rows;
    private final PublishedPeriods periods;
    private final RuleTables rules;
    private final Map<String, Tester> testers;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BackTestRuns(
            BackTestRows rows,
            PublishedPeriods periods,
            RuleTables rules,
            List<Tester> testers,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.periods = periods;
        this.rules = rules;
        this.testers = testers.stream().collect(Collectors.toMap(Tester::table, Function.identity()));
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The test of a version's present content on the present publications, begun if there is none, and taken up if it had failed. */
    Row begun(PinnedTable version) {
        tester(version).check(version);
        return Objects.requireNonNull(transaction.execute(_ -> {
            var published = periods.latest();
            return rows.begin(
                    version,
                    sha256(version),
                    basis(version, published),
                    published,
                    currentActor.get().name(),
                    clock.instant());
        }));
    }

    /** What a test of this version would be run on now. */
    String basis(PinnedTable version) {
        return basis(version, periods.latest());
    }

    private String basis(PinnedTable version, List<PublishedPeriod> published) {
        return Basis.of(published, tester(version).readsBeside(published));
    }

    /** Goes on with a test until every period is done. */
    void finish(Row test) {
        if (test.state() == State.DONE) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                more = stepped(test);
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("back-test {} of {} failed", test.id(), test.version(), e);
            failed(
                    test,
                    e instanceof Refusal refusal
                            ? refusal.sentence()
                            : "The test broke off. The log of the server says why; run it again to go on from there.");
            throw e;
        }
    }

    /** Tells why a test does not go on; one that another run has brought to its end stays done. */
    void failed(Row test, String sentence) {
        transaction.executeWithoutResult(_ -> rows.failed(test.id(), sentence, clock.instant()));
    }

    /** A period that cannot be decided again is told and left; what it had begun is taken back. */
    private boolean stepped(Row test) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> step(test)));
        } catch (NotReplayed left) {
            transaction.executeWithoutResult(_ -> {
                rows.hold(test.id());
                rows.done(test.id(), left.publication, null, left.why.sentence(), clock.instant());
            });
            return true;
        }
    }

    /** Does the next period. Whether there may be another. */
    private boolean step(Row test) {
        rows.hold(test.id());
        var now = rows.find(test.id()).orElseThrow();
        if (now.state() == State.DONE) {
            return false;
        }
        if (!sha256(test.version()).equals(test.sha256())) {
            throw new VersionChanged(test.version());
        }
        var next = rows.next(test.id());
        if (next.isEmpty()) {
            rows.finished(test.id(), clock.instant());
            record(test);
            return false;
        }
        var period = periods.publication(next.get());
        rows.done(test.id(), period.publication(), tally(test, period), null, clock.instant());
        rows.progressed(test.id(), clock.instant());
        return true;
    }

    private Tally tally(Row test, PublishedPeriod period) {
        try {
            return tester(test.version()).test(test.id(), test.version(), period);
        } catch (LinesNotKept | RateMissing why) {
            throw new NotReplayed(period.publication(), why);
        }
    }

    private void record(Row test) {
        var version = test.version();
        audit.record(
                "rule-version-back-tested",
                version.inTrail(),
                null,
                Map.of("backTest", test.id(), "sha256", test.sha256(), "basis", test.basis()),
                null);
    }

    private Tester tester(PinnedTable version) {
        var tester = testers.get(version.table());
        if (tester == null) {
            throw new NoSuchRuleTable(version.table());
        }
        return tester;
    }

    String sha256(PinnedTable version) {
        return rules.content(version).version().sha256();
    }

    /** One period cannot be decided again. Says which, since another run may have gone on meanwhile. */
    private static final class NotReplayed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long publication;
        private final transient Refusal why;

        NotReplayed(long publication, Refusal why) {
            super(why);
            this.publication = publication;
            this.why = why;
        }
    }
}
