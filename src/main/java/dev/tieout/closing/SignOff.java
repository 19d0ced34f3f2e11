package dev.tieout.closing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's signature under a close. It stands until what was signed changes. */
public record SignOff(
        Kind kind,
        String person,
        Instant signedAt,
        long revision,
        @Nullable String comment,
        @Nullable Instant suspendedAt,
        @Nullable String suspendedBecause) {

    /** What is signed, in the order of the process. */
    public enum Kind {
        CLASSIFICATION,
        PUBLICATION
    }

    public boolean stands() {
        return suspendedAt == null;
    }
}
