package dev.tieout.console;

import dev.tieout.closing.Close;
import dev.tieout.publication.Publication;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.sources.Receipt;
import dev.tieout.tasks.Task;
import dev.tieout.terms.MovementClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every feature knows about one close. */
public record CloseOverview(
        Close close,
        List<Receipt> sources,
        Map<MovementClass, Long> counts,
        List<Task> openTasks,
        OpenVariance openVariance,
        Optional<Publication> publication) {}
