package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Container;
import dev.tieout.evidence.format.RawEntry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;

/** The zip is exactly the one that its entries make: no byte hides between, before or behind them. */
final class ContainerCheck implements Check {

    /** More than a pack can hold, and no more than memory does. */
    private static final int ENTRIES = 200;

    @Override
    public String name() {
        return "container";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var entries = pack.container().entries();
        if (entries.size() > ENTRIES) {
            throw Difference.damage("There are " + entries.size() + " entries in it, and no pack has so many.");
        }
        entries.forEach(ContainerCheck::checkSizes);
        try (var original = new Original(new BufferedInputStream(Files.newInputStream(pack.path()), 1 << 16))) {
            Container.assemble(entries, pack.container()::raw, original);
            original.end();
        }
        return entries.size() + " entries put together again: the same " + Words.bytes(Files.size(pack.path()));
    }

    private static void checkSizes(RawEntry entry) {
        if (entry.bytes() < 0 || entry.storedBytes() < 0) {
            throw Difference.damage(Difference.shown(entry.path()) + " does not say how long it is.");
        }
    }

    /** Takes what is put together and compares it with the file, so that nothing is held. */
    private static final class Original extends OutputStream {

        private final InputStream file;
        private long at;

        Original(InputStream file) {
            this.file = file;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var there = file.readNBytes(length);
            for (int i = 0; i < length; i++) {
                if (i >= there.length || there[i] != bytes[offset + i]) {
                    throw Difference.damage(
                            "The file is not the zip that its entries make: it differs from byte " + (at + i) + " on.");
                }
            }
            at += length;
        }

        void end() throws IOException {
            if (file.read() >= 0) {
                throw Difference.damage("There is something behind the end of the zip, from byte " + at + " on.");
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
