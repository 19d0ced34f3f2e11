package dev.tieout.corrections;

import dev.tieout.terms.Refusal;
import java.util.List;

/** A note says something that cannot be; every fault is named. */
public final class ChangesRefused extends Refusal {

    public ChangesRefused(List<String> faults) {
        super(Kind.INVALID, "correction-invalid", String.join(" ", faults));
    }
}
