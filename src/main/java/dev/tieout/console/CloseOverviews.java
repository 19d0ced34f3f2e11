package dev.tieout.console;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the overview of a close together, all parts as of one transaction. */
@Service
@Transactional(readOnly = true)
public class CloseOverviews {

    private final Closes closes;
    private final Sources sources;
    private final Movements movements;
    private final Tasks tasks;
    private final Reconciliation reconciliation;
    private final Publications publications;

    CloseOverviews(
            Closes closes,
            Sources sources,
            Movements movements,
            Tasks tasks,
            Reconciliation reconciliation,
            Publications publications) {
        this.closes = closes;
        this.sources = sources;
        this.movements = movements;
        this.tasks = tasks;
        this.reconciliation = reconciliation;
        this.publications = publications;
    }

    /** The overview of a period's close. */
    public CloseOverview of(Period period) {
        return of(closes.of(period));
    }

    /** The overviews of all closes, newest period first. */
    public List<CloseOverview> all() {
        return closes.all().stream().map(this::of).toList();
    }

    private CloseOverview of(Close close) {
        long key = close.key();
        var open = tasks.openOf(key);
        boolean toResolve = open.stream().anyMatch(task -> task.kind() == TaskKind.RESOLVE_IMPORT);
        return new CloseOverview(
                close,
                sources.of(key),
                toResolve ? sources.exceptions(key) : List.of(),
                movements.counts(key),
                open,
                reconciliation.open(key),
                publications.latest(key));
    }
}
