package dev.tieout.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports on the loopback interface that nothing listens on. */
final class FreePorts {

    private FreePorts() {}

    /**
     * One free port for each wish, in order: the wished one when it is free, else one the system picks. A wish of 0 has
     * no preference. All are held open together, so that they differ.
     */
    static List<Integer> preferring(List<Integer> wishes) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int wish : wishes) {
                held.add(open(wish));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new EmbeddedServerUnavailable("no free port on the loopback interface: " + e.getMessage(), e);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    private static ServerSocket open(int wish) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            return new ServerSocket(wish, 1, loopback);
        } catch (IOException occupied) {
            return new ServerSocket(0, 1, loopback);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
