package dev.tieout.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** The port of the web interface. */
record ServerPort(int number) {

    static ServerPort of(Environment environment) {
        return new ServerPort(environment.getProperty("server.port", Integer.class, 8080));
    }

    /** Looks before anything is started: the web server itself would find out only some seconds later. */
    void requireFree() {
        try (ServerSocket probe = new ServerSocket(number)) {
            assert probe.isBound();
        } catch (BindException occupied) {
            throw new EmbeddedServerUnavailable(
                    "port " + number + " cannot be used (" + occupied.getMessage() + "): choose another --port",
                    occupied);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
