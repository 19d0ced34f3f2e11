package dev.tieout.workflow.internal;

import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which files and which cohort the movements of a close come from. When others stand there later, the movements have to be classified
 * again.
 */
@Component
class ClassifiedFiles {

    /** The variable that remembers them in the process. */
    static final String VARIABLE = "classifiedFiles";

    private final Sources sources;
    private final Closes closes;

    ClassifiedFiles(Sources sources, Closes closes) {
        this.sources = sources;
        this.closes = closes;
    }

    static boolean decides(SourceKind kind) {
        return kind.touches() == SignOff.Kind.CLASSIFICATION;
    }

    /** The ids of the files as they stand, in order, and the hash of the cohort, which a correction of an earlier period changes. */
    String standing(long closeId) {
        var files = sources.of(closeId).stream()
                .filter(receipt -> !receipt.superseded() && decides(receipt.kind()))
                .map(Receipt::id)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return files + " " + closes.withKey(closeId).cohortHash();
    }

    /** Whether other files stand now than those that a job's process remembers. */
    boolean haveChanged(StepJob job) {
        return !standing(job.closeId()).equals(job.variable(VARIABLE));
    }
}
