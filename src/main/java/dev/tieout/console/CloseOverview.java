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

/**
 * What every feature knows about one close.
 *
 * @param importExceptions what keeps it from being classified, in sentences, while a task waits for someone to resolve it
 */
public record CloseOverview(
        Close close,
        List<Receipt> sources,
        List<String> importExceptions,
        Map<MovementClass, Long> counts,
        List<Task> openTasks,
        OpenVariance openVariance,
        Optional<Publication> publication) {}
