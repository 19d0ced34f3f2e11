package dev.tieout.rules;

import dev.tieout.terms.Period;
import java.util.List;

/**
 * Movements that a table can be tried on before a period is closed by it. Asked of the movements, which depend on this module and so
 * answer through it.
 */
public interface MovementSamples {

    /** The periods that have movements, newest first. */
    List<SampledPeriod> periods();

    /** The period's facts as they are now; of a large one those of some accounts, chosen by a hash and so alike in all else. */
    Sample of(SampledPeriod period);

    /**
     * A period with movements.
     *
     * @param revision rises with every change of the close's data
     * @param published whether a version of its report is out
     */
    record SampledPeriod(Period period, long close, long revision, boolean published) {}

    /**
     * Facts of a period.
     *
     * @param movements how many the period has in all
     */
    record Sample(List<MovementFact> facts, long movements) {}
}
