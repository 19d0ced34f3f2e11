package dev.tieout.verification.internal;

import java.io.IOException;

/** One step of the verification. It ends with what was checked, in a few words, or throws the first {@link Difference}. */
interface Check {

    /** What the step is called in the output, one word or two. */
    String name();

    /** Carries it out; the answer says what was checked and how much: {@code 31 files, 1,204 rows}. */
    String perform(Pack pack) throws IOException;
}
