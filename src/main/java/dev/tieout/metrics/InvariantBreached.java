package dev.tieout.metrics;

import java.util.List;

/** The numbers of a close contradict themselves. Nothing may be published from them. */
public final class InvariantBreached extends RuntimeException {

    private final List<Breach> breaches;

    public InvariantBreached(List<Breach> breaches) {
        super(breaches.getFirst().sentence());
        this.breaches = List.copyOf(breaches);
    }

    public List<Breach> breaches() {
        return breaches;
    }

    /** One sentence for each invariant, for a person. */
    public String sentences() {
        return String.join(" ", breaches.stream().map(Breach::sentence).toList());
    }

    /**
     * One invariant that does not hold.
     *
     * @param accounts the first offending accounts, at most 20
     */
    public record Breach(String invariant, String sentence, List<String> accounts) {}
}
