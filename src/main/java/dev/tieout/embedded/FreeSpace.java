package dev.tieout.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room a server needs to start. Below its own watermark the engine reports ready and then refuses every command. */
record FreeSpace(long megabytes) {

    static final FreeSpace NEEDED = new FreeSpace(512);

    void require(Path directory) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace() >> 20;
            if (free < megabytes) {
                throw new EmbeddedServerUnavailable("the disk of " + directory + " has " + free
                        + " MB left and Tieout needs " + megabytes + " MB: make room, or choose another --data");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
