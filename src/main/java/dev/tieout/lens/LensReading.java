package dev.tieout.lens;

import org.jspecify.annotations.Nullable;

/**
 * A version by one pack, as far as it has been worked out.
 *
 * @param result present when {@code state} is DONE
 * @param trouble why it cannot be worked out, in words; present when {@code state} is FAILED
 */
public record LensReading(
        LensPack pack,
        State state,
        @Nullable LensResult result,
        @Nullable String trouble) {

    /** How far it has come. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
