package dev.tieout.publication.internal;

import dev.tieout.closing.SignOff;
import dev.tieout.publication.Publication.Status;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before a version goes out, and nothing else does.
 *
 * @param frozen the opening cohort is frozen
 * @param computed figures are there
 * @param tiedOut the legs have been compared
 * @param openVariances variances that are open or whose explanation waits for approval
 * @param signOffs all of them, the suspended ones too
 * @param corrected an approved correction is being applied
 */
record PublishGate(
        boolean frozen,
        boolean computed,
        boolean tiedOut,
        long openVariances,
        List<SignOff> signOffs,
        boolean corrected) {

    /** Why a version of that status may not go out now, as a sentence; empty when it may. */
    Optional<String> closedFor(Status status) {
        if (!frozen || !computed) {
            return Optional.of("The figures of this close have not been computed yet.");
        }
        if (!stands(SignOff.Kind.CLASSIFICATION)) {
            return Optional.of("No sign-off of the classification stands.");
        }
        return switch (status) {
            case PROVISIONAL -> Optional.empty();
            case FINAL -> closedForFinal();
            case RESTATED -> closedForRestated();
        };
    }

    private Optional<String> closedForFinal() {
        var untied = notTied();
        if (untied.isPresent()) {
            return untied;
        }
        return stands(SignOff.Kind.PUBLICATION)
                ? Optional.empty()
                : Optional.of("No sign-off of the publication stands.");
    }

    private Optional<String> closedForRestated() {
        return corrected ? notTied() : Optional.of("A restated version follows an approved correction.");
    }

    private Optional<String> notTied() {
        if (!tiedOut) {
            return Optional.of("Billing, ledger and retained balance have not been compared yet.");
        }
        if (openVariances > 0) {
            return Optional.of(
                    openVariances == 1 ? "One variance is still open." : openVariances + " variances are still open.");
        }
        return Optional.empty();
    }

    private boolean stands(SignOff.Kind kind) {
        return signOffs.stream().anyMatch(signOff -> signOff.kind() == kind && signOff.stands());
    }
}
