package dev.tieout.bench.internal;

import java.util.ArrayList;
import java.util.List;

/** How long the runs of one thing took. */
final class Times {

    private final List<Long> nanos = new ArrayList<>();

    void add(long took) {
        nanos.add(took);
    }

    long of(int run) {
        return nanos.get(run);
    }

    double median() {
        var sorted = nanos.stream().sorted().toList();
        int middle = sorted.size() / 2;
        long twice = sorted.size() % 2 == 1
                ? 2 * sorted.get(middle)
                : Math.addExact(sorted.get(middle - 1), sorted.get(middle));
        return twice / 2e9;
    }

    double shortest() {
        return nanos.stream().mapToLong(Long::longValue).min().orElse(0) / 1e9;
    }

    double longest() {
        return nanos.stream().mapToLong(Long::longValue).max().orElse(0) / 1e9;
    }

    /** Each run by the other's of the same number. */
    List<Double> over(Times other) {
        var ratios = new ArrayList<Double>();
        for (int run = 0; run < nanos.size(); run++) {
            ratios.add((double) nanos.get(run) / other.nanos.get(run));
        }
        return ratios;
    }
}
