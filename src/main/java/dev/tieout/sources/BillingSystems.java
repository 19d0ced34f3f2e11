package dev.tieout.sources;

import java.util.Optional;

/** Whose status words files speak. */
public interface BillingSystems {

    /** Why a row was rejected whose status word the crosswalk did not know; its reject names the word as the value. */
    String UNKNOWN_STATUS = "a status that the crosswalk does not know";

    /**
     * The billing system whose rows of the crosswalk translate the words of files that came in by this profile; empty when such files
     * have no status words, or there is no such profile.
     */
    Optional<String> of(String profile);
}
