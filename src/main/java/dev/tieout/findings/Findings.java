package dev.tieout.findings;

import dev.tieout.terms.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands out in the published versions of the current organisation. */
public interface Findings {

    /**
     * The findings of a version, the most telling first. Worked out from the version's own figures and movements and from the latest
     * version of the period before, so they are the same whenever they are asked for, until that period is published anew.
     *
     * @param version null for the latest
     */
    List<Finding> of(long closeId, @Nullable Integer version);

    /** The version has no finding of that kind, or there is no such kind. */
    final class NoSuchFinding extends Refusal {
        public NoSuchFinding(String sentence) {
            super(Kind.MISSING, "no-such-finding", sentence);
        }
    }
}
