package dev.tieout.publication;

import java.util.List;

/** Knows which notes about a close's late postings are not settled, so that no version becomes final while one is. */
@FunctionalInterface
public interface UndecidedNotes {

    /** Their numbers, the oldest first. */
    List<Long> of(long closeId);
}
