package dev.tieout.findings.internal;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.LargestAccounts.Share;
import dev.tieout.terms.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What findings are read from.
 *
 * @param before the period before, when it has been published in the same currency
 * @param largest asks which accounts make up lines of {@code now}, the largest first
 */
record Reading(Figures now, Optional<Figures> before, String currency, Largest largest) {

    /** The figures of one version, with its period in a person's words. */
    record Figures(String period, Bridge bridge, boolean countReactivation) {

        Optional<Ratio> nrr() {
            return bridge.nrr(countReactivation);
        }

        Optional<Ratio> grr() {
            return bridge.grr();
        }
    }

    /** Answers with the largest accounts of some lines together. */
    interface Largest {
        List<Share> of(Set<BridgeLine> lines, int limit);
    }
}
