package dev.tieout.exports.share;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask for shared pages: a guess at a token is hopeless, but each answer costs work. Counts by the minute for a
 * bounded number of addresses; behind a proxy that hides its callers they share one count.
 */
@Component
class Throttle {

    static final int A_MINUTE = 120;
    private static final int ADDRESSES = 10_000;
    private static final long MINUTE = 60_000;

    private final Clock clock;
    private final Map<String, Integer> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > ADDRESSES;
        }
    };

    private long minute;

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Whether the address may ask once more in this minute. */
    synchronized boolean admits(String address) {
        long now = clock.millis() / MINUTE;
        if (now != minute) {
            minute = now;
            asked.clear();
        }
        return asked.merge(address, 1, Integer::sum) <= A_MINUTE;
    }
}
