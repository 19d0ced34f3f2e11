package dev.tieout.exports.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Throttle throttle = new Throttle(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void an_address_that_asks_too_often_waits_for_the_next_minute_and_nobody_else_does() {
        IntStream.range(0, Throttle.A_MINUTE)
                .forEach(i -> assertThat(throttle.admits("a")).isTrue());
        assertThat(throttle.admits("a")).isFalse();
        assertThat(throttle.admits("b")).isTrue();
        now = now.plusSeconds(60);
        assertThat(throttle.admits("a")).isTrue();
    }

    @Test
    void it_remembers_a_bounded_number_of_addresses() {
        IntStream.range(0, Throttle.A_MINUTE).forEach(i -> throttle.admits("a"));
        IntStream.range(0, 10_000).forEach(i -> throttle.admits("other " + i));
        assertThat(throttle.admits("a")).isTrue();
    }
}
