package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void a_wished_port_is_kept_while_it_is_free() {
        int wish = FreePorts.preferring(List.of(0)).getFirst();

        assertThat(FreePorts.preferring(List.of(wish))).containsExactly(wish);
    }

    @Test
    void an_occupied_port_is_replaced() throws IOException {
        try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.preferring(List.of(occupied.getLocalPort()))).doesNotContain(occupied.getLocalPort());
        }
    }

    @Test
    void a_port_without_a_wish_is_one_that_no_outgoing_connection_is_given() {
        assertThat(FreePorts.preferring(List.of(0, 0, 0)))
                .allSatisfy(port -> assertThat(port).isBetween(1024, 32_767));
    }

    @Test
    void ports_asked_for_together_differ() {
        assertThat(FreePorts.preferring(List.of(0, 0, 0, 0, 0))).doesNotHaveDuplicates();
    }
}
