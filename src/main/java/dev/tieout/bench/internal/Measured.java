package dev.tieout.bench.internal;

import java.util.List;

/** How long a step and its bare SQL took, run by run, over how many rows and with how much heap. */
final class Measured {

    private final Times own = new Times();
    private final Times bare = new Times();
    private long rows;
    private double heap;

    /** @param bareNanos 0 where there is no bare SQL */
    void add(long bareNanos, long ownNanos, long ofRows) {
        bare.add(bareNanos);
        own.add(ownNanos);
        rows = ofRows;
        heap = Math.max(heap, Machine.peak());
    }

    /** One run of several steps together. */
    void addAll(List<Measured> steps, int run, long ofRows) {
        bare.add(steps.stream().mapToLong(step -> step.bare.of(run)).sum());
        own.add(steps.stream().mapToLong(step -> step.own.of(run)).sum());
        rows = ofRows;
        heap = steps.stream().mapToDouble(step -> step.heap).max().orElse(0);
    }

    String row(String title) {
        var beside = bare.median() == 0
                ? "%9s %7s".formatted("–", "–")
                : "%9.2f %7.2f".formatted(bare.median(), own.median() / bare.median());
        return "  %-24s %9.2f %9.2f %9.2f %s %11.0f %9.0f"
                .formatted(title, own.median(), own.shortest(), own.longest(), beside, rows / own.median(), heap);
    }
}
