package dev.tieout.backtest;

import dev.tieout.rules.PinnedTable;
import dev.tieout.terms.Page;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule versions held against every published period: what NRR and GRR would have been, and whose class or cause would be another. What
 * comes out is kept. A test belongs to the content that was tested and to the publications that there were: asked again for the same it
 * is the kept one, and with another publication out it is stale. A submitted version is tested again by itself then.
 */
public interface BackTests {

    /**
     * Tests a version against the latest version of every published period and returns when that is done; returns the kept test when it
     * has been done already. Each period is a transaction of its own, so a run that was cut off goes on where it ended, and two runs at
     * once do everything once. Periods that cannot be decided again are kept with why. For analysts, approvers and the product itself.
     *
     * @throws dev.tieout.rules.NoSuchRuleTable when there is no such version
     * @throws dev.tieout.rules.RuleTableRefused when it is malformed, as a draft may be
     * @throws VersionChanged when somebody writes in the draft meanwhile
     */
    BackTest run(PinnedTable version);

    /**
     * Begins {@link #run} in the background and returns at once; one that is under way, or done, is returned as it is.
     *
     * @throws TooManyWait when too many wait already
     */
    BackTest start(PinnedTable version);

    /** The latest test of a version's content as it is now; empty when there is none yet. */
    Optional<BackTest> latest(PinnedTable version);

    /** One test, or {@link NoSuchBackTest}. */
    BackTest of(long id);

    /** What goes from which class, or cause, to which, the most first. Over all periods, or one. */
    List<Transition> transitions(long id, @Nullable String period);

    /** How many changes match. */
    long count(long id, ChangeFilter filter);

    /** Changes, the largest amount first; for lazy grids. */
    List<Change> changes(long id, ChangeFilter filter, long offset, int limit);

    /** Changes by period and account after a cursor; for REST. */
    Page<Change> after(long id, ChangeFilter filter, @Nullable String cursor, int limit);

    /** Of a status crosswalk: the words that would mean something else, with the lines that bear them. */
    List<StatusWord> words(long id);

    /** How many facts each row decided over all tested periods: as tested, or as the periods were published. Row 0 stands for none. */
    List<RowHits> hits(long id);

    /**
     * What one row decided.
     *
     * @param baseVersion the version that the period was published with; null for the tested one
     */
    record RowHits(@Nullable Integer baseVersion, int row, long hits) {}

    /** There is no such test. */
    final class NoSuchBackTest extends Refusal {
        public NoSuchBackTest(String sentence) {
            super(Kind.MISSING, "no-such-back-test", sentence);
        }
    }

    /** Too many are asked for at once. */
    final class TooManyWait extends Refusal {
        public TooManyWait() {
            super(
                    Kind.CONFLICT,
                    "back-tests-busy",
                    "Too many back-tests wait for their turn. Start this one again in some minutes.");
        }
    }

    /** The draft is not what the test began with. */
    final class VersionChanged extends Refusal {
        public VersionChanged(PinnedTable version) {
            super(
                    Kind.CONFLICT,
                    "rule-version-changed",
                    "Version " + version.version() + " of the table “" + version.table()
                            + "” was changed while it was tested. Test it again.");
        }
    }

    /** The text is no cursor of ours. */
    final class MalformedCursor extends Refusal {
        public MalformedCursor(String text) {
            super(
                    Kind.INVALID,
                    "malformed-cursor",
                    "“" + text + "” is no cursor; take the one that a page gave as next.");
        }
    }
}
