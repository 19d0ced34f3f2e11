package dev.tieout.publication;

import java.util.List;

/** Knows which correction notes stand behind a close's figures, so that a restated version can be stamped with them. */
@FunctionalInterface
public interface AppliedCorrections {

    /** The corrections applied to the close so far, oldest first, the one that the running transaction applies among them. */
    List<Publication.Correction> of(long closeId);
}
