package dev.tieout.lens;

import dev.tieout.lens.LensReading.State;
import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Publication;
import dev.tieout.terms.Ratio;
import java.util.List;
import java.util.Optional;

/** A published version beside what it reads like by every pack, in the packs' order. */
public record LensReport(Publication publication, Bridge published, List<LensReading> readings) {

    public LensReport {
        readings = List.copyOf(readings);
    }

    /** Our own figure, as published. */
    public Optional<Ratio> nrr() {
        return published.nrr(publication.stamps().reactivationInNrr());
    }

    /** Our own figure, as published. */
    public Optional<Ratio> grr() {
        return published.grr();
    }

    /** Nothing is being worked out any more. */
    public boolean isComplete() {
        return readings.stream().noneMatch(reading -> reading.state() == State.RUNNING);
    }
}
