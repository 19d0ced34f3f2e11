package dev.tieout.evidence.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The zip around the files. Its form follows from the entries alone: their order, name, method, sizes and CRC; one fixed time, no extra
 * fields, no comments. Whoever puts the raw entries of a pack together again with {@link #assemble} must get the same bytes: that covers
 * every byte which the manifest's hashes do not.
 */
public final class Container implements Closeable {

    /** DOS time has no zone: the same bytes come out wherever the machine stands. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final List<RawEntry> inOrder = new ArrayList<>();

    private Container(ZipFile zip) throws IOException {
        this.zip = zip;
        for (Iterator<ZipArchiveEntry> each = zip.getEntriesInPhysicalOrder().asIterator(); each.hasNext(); ) {
            var entry = each.next();
            int method = entry.getMethod();
            if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
                throw new IOException(entry.getName() + " is packed by method " + method + ", which no pack uses");
            }
            if (entries.put(entry.getName(), entry) != null) {
                throw new IOException(entry.getName() + " stands in it twice");
            }
            inOrder.add(new RawEntry(
                    entry.getName(),
                    method == ZipEntry.STORED,
                    entry.getCrc(),
                    entry.getSize(),
                    entry.getCompressedSize()));
        }
    }

    /**
     * Opens a pack.
     *
     * @throws IOException also when it is no zip, or one that no pack can be
     */
    public static Container open(Path pack) throws IOException {
        var zip = ZipFile.builder().setPath(pack).get();
        try {
            return new Container(zip);
        } catch (IOException | RuntimeException damaged) {
            zip.close();
            throw damaged;
        }
    }

    /** The entries in the order in which they stand. */
    public List<RawEntry> entries() {
        return List.copyOf(inOrder);
    }

    /** The bytes as they stand in the zip; the caller closes. */
    public InputStream raw(RawEntry entry) throws IOException {
        var content = zip.getRawInputStream(known(entry));
        if (content == null) {
            throw new IOException(entry.path() + " cannot be read");
        }
        return content;
    }

    /** The content; the caller closes. Damaged data ends in an {@link IOException} or in other content, never in more than it holds. */
    public InputStream content(RawEntry entry) throws IOException {
        var raw = raw(entry);
        return entry.stored() ? raw : new Inflating(raw);
    }

    private ZipArchiveEntry known(RawEntry entry) throws IOException {
        var found = entries.get(entry.path());
        if (found == null) {
            throw new IOException("there is no " + entry.path());
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Where the raw bytes of an entry come from. */
    @FunctionalInterface
    public interface Raw {
        InputStream open(RawEntry entry) throws IOException;
    }

    /** Writes the one zip that these entries make, in their order. {@code out} stays open. */
    public static void assemble(List<RawEntry> entries, Raw raw, OutputStream out) throws IOException {
        // Closing would close the target too; finish() writes everything that there is to write.
        @SuppressWarnings("resource")
        var zip = new ZipArchiveOutputStream(out);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
        for (var entry : entries) {
            try (var bytes = raw.open(entry)) {
                zip.addRawArchiveEntry(header(entry), bytes);
            }
        }
        zip.finish();
        zip.flush();
    }

    private static ZipArchiveEntry header(RawEntry entry) {
        var header = new ZipArchiveEntry(entry.path());
        header.setMethod(entry.stored() ? ZipEntry.STORED : ZipEntry.DEFLATED);
        header.setCrc(entry.crc());
        header.setSize(entry.bytes());
        header.setCompressedSize(entry.storedBytes());
        header.setTimeLocal(TIME);
        return header;
    }

    /** Inflates what zip calls deflated: without zlib's own header. Frees its native memory when closed. */
    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream raw) {
            super(raw, new Inflater(true), 1 << 16);
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                inf.end();
            }
        }
    }
}
