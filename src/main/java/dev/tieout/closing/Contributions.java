package dev.tieout.closing;

import java.util.Set;

/** Who had a hand in a close, for separation of duties. */
public interface Contributions {

    /** What someone did. */
    enum Kind {
        OPENED,
        IMPORTED,
        OVERRODE,
        EXCLUDED,
        EXPLAINED
    }

    /** The current actor did this. The product's own steps leave no contribution. */
    void note(long closeId, Kind kind);

    /** What a person did in a close; empty when nothing. */
    Set<Kind> of(long closeId, String person);
}
