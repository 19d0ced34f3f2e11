package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ServerPortTest {

    @Test
    void an_occupied_port_is_told_with_what_to_do() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(() -> new ServerPort(other.getLocalPort()).requireFree())
                    .isInstanceOf(EmbeddedServerUnavailable.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " cannot be used")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void a_free_port_is_accepted() {
        assertThatCode(() -> new ServerPort(0).requireFree()).doesNotThrowAnyException();
    }
}
