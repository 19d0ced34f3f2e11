package dev.tieout.verification.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The end of the file, looked at before anything else: a zip's list of entries is read into memory, and one of millions would fill it. A pack
 * ends with the plain end record, without a comment, behind a list that is short.
 */
final class EndRecord {

    private static final int LENGTH = 22;
    private static final int SIGNATURE = 0x06054b50;
    private static final int ENTRIES_AT = 10;
    private static final int LIST_LENGTH_AT = 12;
    private static final int COMMENT_LENGTH_AT = 20;
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_LIST = 64 << 10;

    private EndRecord() {}

    static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Difference.damage(Difference.shown(file) + " is not a file.");
        }
        var end = read(file);
        boolean plain = end.remaining() == LENGTH && end.getInt(0) == SIGNATURE && end.getShort(COMMENT_LENGTH_AT) == 0;
        if (!plain) {
            throw Difference.damage("The file does not end as a pack does: it is cut off, or no pack.");
        }
        int entries = Short.toUnsignedInt(end.getShort(ENTRIES_AT));
        long list = Integer.toUnsignedLong(end.getInt(LIST_LENGTH_AT));
        if (entries > MOST_ENTRIES || list > LONGEST_LIST) {
            throw Difference.damage(
                    "The zip lists " + entries + " entries in " + list + " bytes, and no pack has so many.");
        }
    }

    private static ByteBuffer read(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var end = new byte[(int) Math.min(LENGTH, bytes.length())];
            bytes.seek(bytes.length() - end.length);
            bytes.readFully(end);
            return ByteBuffer.wrap(end).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        }
    }
}
