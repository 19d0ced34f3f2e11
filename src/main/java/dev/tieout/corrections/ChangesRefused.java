package dev.tieout.corrections;

import dev.tieout.terms.Refusal;
import java.util.List;

/** A note says something that cannot be; every fault is named. */
public final class ChangesRefused extends Refusal {

    private final List<String> faults;

    public ChangesRefused(List<String> faults) {
        super(Kind.INVALID, "correction-invalid", String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence each. */
    public List<String> faults() {
        return faults;
    }
}
