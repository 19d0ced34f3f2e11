package dev.tieout.rules;

import dev.tieout.terms.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which periods have pinned their rules already. Asked of the closes, which depend on this module and so answer through it. */
public interface PeriodsUnderWay {

    /** Every close that ends after this period begins, oldest first. */
    List<PeriodUnderWay> from(Period period);

    /** The first period that has not been opened; null when the organisation has opened none. */
    @Nullable
    Period next();

    /**
     * A period that has been opened.
     *
     * @param isFinal its figures are final: only a correction changes them
     */
    record PeriodUnderWay(Period period, boolean isFinal) {}
}
