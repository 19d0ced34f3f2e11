package dev.tieout.policy;

import dev.tieout.terms.Period;
import java.util.Optional;

/** Which periods have pinned their policy already. Asked of the closes, which depend on this module and so answer through it. */
public interface PeriodsOpened {

    /** The latest period that has been opened; empty when the organisation has opened none. */
    Optional<Period> latest();
}
