package dev.tieout.lens;

import dev.tieout.terms.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads published versions by other products' definitions. For everyone who reads; nothing of it can be published. */
public interface Lens {

    /** Differing accounts that are named for one pack. */
    int MOST_ACCOUNTS = 100;

    /** Every pack, in the order in which they are shown. */
    List<LensPack> packs();

    /**
     * A version by every pack. What has not been worked out yet is begun in the background and stands as RUNNING: ask again. What is
     * worked out is kept, as a version never changes.
     *
     * @param version null for the latest
     * @throws dev.tieout.publication.Publications.NotPublished when there is no such version
     * @throws Busy when too many versions wait already
     */
    LensReport of(long closeId, @Nullable Integer version);

    /** Begins anew what failed for a version, and answers as {@link #of}. */
    LensReport again(long closeId, @Nullable Integer version);

    /** Too many are asked for at once. */
    final class Busy extends Refusal {
        public Busy() {
            super(Kind.CONFLICT, "lens-busy", "Other versions are being worked out just now. Ask again in a minute.");
        }
    }
}
