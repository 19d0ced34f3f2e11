package dev.tieout.sources.internal.reading;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a delimited text: finds out its encoding and its delimiter from its first bytes, unless they are told. */
final class TextFile {

    private static final int HEAD = 32 * 1024;

    /** So many bytes tell whether the others are pairs with a zero in them, or no text at all. */
    private static final int SAMPLE = 1024;

    private static final List<Charset> MARKED =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private TextFile() {}

    static TableFile open(BufferedInputStream bytes, FileForm wish) throws IOException {
        bytes.mark(HEAD + 1);
        var head = bytes.readNBytes(HEAD);
        bytes.reset();
        var marked = marked(head);
        var encoding = encoding(head, marked, wish.encoding());
        int start = marked == null ? 0 : mark(marked).length;
        var sample = new DecodedText(new ByteArrayInputStream(head, start, head.length - start), encoding);
        var text = all(sample);
        var delimiter = wish.delimiter() == null ? Delimiters.of(text) : only(wish.delimiter());
        // Told of the beginning: a byte beyond ASCII further on can still make it Windows-1252.
        var form = new FileForm(FileForm.CSV, null, sample.encoding().name(), Character.toString(delimiter), null);
        bytes.skipNBytes(start);
        var reader = new DecodedText(bytes, encoding);
        return new TableFile(form, new CsvRows(reader, delimiter, Delimiters.isDeclared(text)));
    }

    private static char only(String delimiter) {
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            throw new FileRefused(
                    Refusal.Kind.INVALID, "invalid-profile", "“" + delimiter + "” is no delimiter of one character.");
        }
        return delimiter.charAt(0);
    }

    private static @Nullable Charset encoding(byte[] head, @Nullable Charset marked, @Nullable String wish) {
        if (marked != null) {
            return marked;
        }
        if (wish != null) {
            return named(wish);
        }
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        if (even + odd == 0) {
            return null;
        }
        int pairs = Math.min(head.length, SAMPLE) / 2;
        if (odd > pairs * 3 / 4 && even * 8 < pairs) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > pairs * 3 / 4 && odd * 8 < pairs) {
            return StandardCharsets.UTF_16BE;
        }
        if (even + odd > 1) {
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "binary-file",
                    "The file is neither a text nor a workbook; save it as CSV or XLSX.");
        }
        return null;
    }

    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new FileRefused(Refusal.Kind.INVALID, "invalid-profile", "There is no encoding “" + name + "”.");
        }
    }

    private static int zeros(byte[] head, int parity) {
        int zeros = 0;
        for (int i = parity; i < Math.min(head.length, SAMPLE); i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static String all(DecodedText reader) throws IOException {
        var text = new StringBuilder(HEAD);
        var chunk = new char[8 * 1024];
        for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
            text.append(chunk, 0, count);
        }
        return text.toString();
    }

    /** The encoding whose byte-order mark the text begins with. */
    private static @Nullable Charset marked(byte[] head) {
        return MARKED.stream()
                .filter(charset -> begins(head, mark(charset)))
                .findFirst()
                .orElse(null);
    }

    private static byte[] mark(Charset charset) {
        return "\uFEFF".getBytes(charset);
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
