package dev.tieout.web;

import java.util.Optional;

/** Something without which Tieout cannot go on. A feature that depends on such a thing offers a bean; every page asks all of them. */
public interface Disturbance {

    /** What is wrong and what that means for people, in whole sentences; empty while all is well. Answers at once. */
    Optional<String> sentence();
}
