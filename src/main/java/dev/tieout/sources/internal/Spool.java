package dev.tieout.sources.internal;

import dev.tieout.sources.Delivery;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Keeps bodies in temporary files until they are all there, so that a slow sender holds no database connection. A file loses its name as
 * soon as it is open: however the process ends, nothing is left behind.
 */
@Component
class Spool {

    private static final int CHUNK = 64 * 1024;

    private final Path directory;
    private final long largest;
    private final long room;
    private final AtomicLong used = new AtomicLong();

    /** @param room bytes that all files here may have together */
    Spool(
            @Value("${tieout.data:.tieout}/spool") Path directory,
            @Value("${tieout.sources.largest-file:1GB}") DataSize largest,
            @Value("${tieout.sources.spool:4GB}") DataSize room) {
        this.directory = directory;
        this.largest = largest.toBytes();
        this.room = room.toBytes();
    }

    /** Reads a body to its end. */
    Spooled take(Delivery delivery, UnderWay underWay) throws IOException {
        delivery.length().ifPresent(underWay::expects);
        Files.createDirectories(directory);
        var path = Files.createTempFile(directory, "import", null);
        var spooled = new Spooled(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE), underWay);
        try {
            Files.delete(path);
            var chunk = new byte[CHUNK];
            for (int count = delivery.read(chunk); count >= 0; count = delivery.read(chunk)) {
                underWay.passed(count);
                spooled.add(chunk, count);
            }
            return spooled;
        } catch (IOException | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    /** A body that is here. */
    final class Spooled implements AutoCloseable {

        private final FileChannel channel;
        private final UnderWay underWay;
        private long bytes;

        private Spooled(FileChannel channel, UnderWay underWay) {
            this.channel = channel;
            this.underWay = underWay;
        }

        private void add(byte[] chunk, int count) throws IOException {
            bytes += count;
            boolean fits = used.addAndGet(count) <= room;
            if (bytes > largest) {
                throw MeasuredBody.tooLarge(largest);
            }
            if (!fits) {
                throw new FileRefused(
                        Refusal.Kind.CONFLICT,
                        "too-many-uploads",
                        "Other files that are coming in leave no room for this one. Send it again when they are through.");
            }
            for (var rest = ByteBuffer.wrap(chunk, 0, count); rest.hasRemaining(); ) {
                channel.write(rest);
            }
        }

        /** From its beginning, each read counted and refused once the import is cancelled. */
        InputStream open() throws IOException {
            underWay.reads(bytes);
            return new Watched(Channels.newInputStream(channel.position(0)), underWay);
        }

        @Override
        public void close() throws IOException {
            used.addAndGet(-bytes);
            bytes = 0;
            channel.close();
        }
    }

    /** Tells how far it was read. */
    private static final class Watched extends FilterInputStream {

        private final UnderWay underWay;

        Watched(InputStream in, UnderWay underWay) {
            super(in);
            this.underWay = underWay;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            underWay.passed(Math.max(count, 0));
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
