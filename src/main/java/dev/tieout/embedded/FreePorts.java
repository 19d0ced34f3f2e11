package dev.tieout.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback interface that nothing listens on. */
final class FreePorts {

    /**
     * Below what systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere). A port from there could be taken by
     * any connection between its choice and the server's start, or while a server that ended by itself is started again.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 50;

    private FreePorts() {}

    /**
     * One free port for each wish, in order: the wished one when it is free, else another. A wish of 0 has no preference. All are held open together, so that they differ.
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
        int port = wish == 0 ? any() : wish;
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (IOException occupied) {
                port = any();
            }
        }
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static int any() {
        return ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
