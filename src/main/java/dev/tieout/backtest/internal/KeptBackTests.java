package dev.tieout.backtest.internal;

import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTest.State;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.Change;
import dev.tieout.backtest.ChangeFilter;
import dev.tieout.backtest.StatusWord;
import dev.tieout.backtest.Transition;
import dev.tieout.backtest.internal.BackTestRows.Row;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.PinnedTable;
import dev.tieout.terms.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs have transactions of their own, a period each; everything else reads in one. */
@Service
class KeptBackTests implements BackTests {

    private final BackTestRuns runs;
    private final BackgroundRuns background;
    private final BackTestReading reading;
    private final ChangeReading changes;
    private final CurrentActor currentActor;

    KeptBackTests(
            BackTestRuns runs,
            BackgroundRuns background,
            BackTestReading reading,
            ChangeReading changes,
            CurrentActor currentActor) {
        this.runs = runs;
        this.background = background;
        this.reading = reading;
        this.changes = changes;
        this.currentActor = currentActor;
    }

    @Override
    public BackTest run(PinnedTable version) {
        currentActor.require(Role.ANALYST, Role.APPROVER);
        var begun = runs.begun(version);
        runs.finish(begun);
        return reading.of(begun.id());
    }

    @Override
    public BackTest start(PinnedTable version) {
        var actor = currentActor.require(Role.ANALYST, Role.APPROVER);
        Row begun = runs.begun(version);
        if (begun.state() != State.DONE) {
            background.go(begun, actor);
        }
        return reading.of(begun.id());
    }

    @Override
    public Optional<BackTest> latest(PinnedTable version) {
        return reading.latest(version);
    }

    @Override
    public BackTest of(long id) {
        return reading.of(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Transition> transitions(long id, @Nullable String period) {
        return changes.transitions(id, period);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(long id, ChangeFilter filter) {
        return changes.count(id, filter);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> changes(long id, ChangeFilter filter, long offset, int limit) {
        return changes.largest(id, filter, offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Change> after(long id, ChangeFilter filter, @Nullable String cursor, int limit) {
        return changes.after(id, filter, Place.parse(cursor), limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<StatusWord> words(long id) {
        return changes.words(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RowHits> hits(long id) {
        return changes.hits(id);
    }
}
