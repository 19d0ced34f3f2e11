package dev.tieout.corrections;

import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A note says something that cannot be; every fault is named. */
public final class ChangesRefused extends Refusal {

    private final List<Fault> faults;

    public ChangesRefused(List<Fault> faults) {
        super(
                Kind.INVALID,
                "correction-invalid",
                faults.stream().map(Fault::sentence).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that cannot be.
     *
     * @param change which change of the note it is in, from 1; 0 for the note itself
     * @param value the value at fault as the note names it; empty when the fault is of no single value
     * @param what the rest of the sentence, without a full stop where a value stands before it
     */
    public record Fault(int change, String value, String what) {

        public static Fault ofNote(String sentence) {
            return new Fault(0, "", sentence);
        }

        public static Fault ofChange(int change, String sentence) {
            return new Fault(change, "", sentence);
        }

        /** The fault as one sentence that stands alone. */
        public String sentence() {
            var where = change == 0 ? "" : "Change " + change + ": ";
            return where + (value.isEmpty() ? what : value + " " + what + ".");
        }
    }
}
