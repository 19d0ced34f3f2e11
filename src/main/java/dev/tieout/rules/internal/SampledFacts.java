package dev.tieout.rules.internal;

import dev.tieout.rules.MovementFact;
import dev.tieout.rules.MovementSamples.Sample;
import java.util.LinkedHashMap;
import java.util.List;

/** A period's movements as plain numbers, to be asked of many versions. */
final class SampledFacts {

    private static final int VERSIONS = 8;

    private final long movements;
    private final int count;
    private final int width;
    private final long[] values;

    /** Which row took each, by the digest of a version's content: the base is asked for at every edit. */
    private final LinkedHashMap<String, int[]> winners = new LinkedHashMap<>(16, 0.75f, true);

    SampledFacts(Sample sample, TableSchema schema) {
        movements = sample.movements();
        count = sample.facts().size();
        width = (int) schema.columns().stream().filter(Column::asks).count();
        values = values(sample.facts(), schema);
    }

    private long[] values(List<MovementFact> facts, TableSchema schema) {
        long[] all = new long[count * width];
        int at = 0;
        for (MovementFact fact : facts) {
            for (long value : MovementValues.of(fact, schema)) {
                all[at++] = value;
            }
        }
        return all;
    }

    long movements() {
        return movements;
    }

    int count() {
        return count;
    }

    /** The number of the row that takes each movement, 0 for none. */
    int[] winners(BoxedTable table) {
        String key = table.table().sha256();
        synchronized (winners) {
            var known = winners.get(key);
            if (known != null) {
                return known;
            }
        }
        int[] found = new int[count];
        for (int i = 0; i < count; i++) {
            found[i] = table.winner(values, i * width);
        }
        synchronized (winners) {
            winners.put(key, found);
            if (winners.size() > VERSIONS) {
                winners.pollFirstEntry();
            }
        }
        return found;
    }
}
