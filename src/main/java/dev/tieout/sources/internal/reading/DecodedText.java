package dev.tieout.sources.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as characters. When nobody knows the encoding it is UTF-8 until the first byte beyond ASCII tells: what is no UTF-8 there makes the
 * file Windows-1252. A byte that its encoding does not have becomes {@link #UNREADABLE}, so that only its row suffers.
 */
final class DecodedText extends Reader {

    static final char UNREADABLE = '\uFFFD';
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int CHUNK = 32 * 1024;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private CharsetDecoder decoder;
    private boolean undecided;
    private boolean ended;

    /** @param encoding null for UTF-8 or, if it is none, Windows-1252 */
    DecodedText(InputStream in, @Nullable Charset encoding) {
        this.in = in;
        this.undecided = encoding == null;
        this.decoder = decoder(encoding == null ? StandardCharsets.UTF_8 : encoding);
    }

    /** As far as it is known by now. */
    Charset encoding() {
        return decoder.charset();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var out = CharBuffer.wrap(target, offset, length);
        while (true) {
            int before = out.position();
            var result = decoder.decode(bytes, out, ended);
            if (undecided) {
                undecided = isAscii(target, before, out.position());
            }
            if (out.position() > offset) {
                return out.position() - offset;
            }
            if (result.isError()) {
                skipUnreadable(result.length(), out);
            } else if (ended) {
                return -1;
            } else if (result.isOverflow()) {
                return pair(target, offset);
            } else {
                fill();
            }
        }
    }

    /** A pair of surrogates where there is room for one only: half of it now would be lost, so it is one character that is not shown. */
    private int pair(char[] target, int offset) {
        var both = CharBuffer.allocate(2);
        decoder.decode(bytes, both, ended);
        target[offset] = UNREADABLE;
        return 1;
    }

    private void skipUnreadable(int length, CharBuffer out) {
        if (undecided) {
            undecided = false;
            decoder = decoder(WINDOWS);
        } else {
            bytes.position(bytes.position() + length);
            out.put(UNREADABLE);
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0));
        bytes.flip();
    }

    private static boolean isAscii(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The bytes are the caller's. */
    @Override
    public void close() {}
}
