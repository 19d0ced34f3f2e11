package dev.tieout.sources.internal.reading;

import org.jspecify.annotations.Nullable;

/**
 * How a file is written. As a wish, null means: find out; as an answer, that it has none.
 *
 * @param container {@code csv} or {@code xlsx}
 * @param compression {@code gzip} or null
 * @param encoding of a text: {@code UTF-8}, {@code UTF-16LE}, {@code UTF-16BE} or {@code windows-1252}
 * @param delimiter of a text
 * @param sheet of a workbook
 */
public record FileForm(
        @Nullable String container,
        @Nullable String compression,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String sheet) {

    public static final FileForm UNKNOWN = new FileForm(null, null, null, null, null);
    public static final String CSV = "csv";
    public static final String XLSX = "xlsx";
    public static final String GZIP = "gzip";

    /** For people: {@code CSV in UTF-8, separated by “;”}. */
    public String words() {
        var packed = compression == null ? "" : ", gzip";
        if (XLSX.equals(container)) {
            return "XLSX, sheet “" + sheet + "”" + packed;
        }
        var mark = "\t".equals(delimiter) ? "tabs" : "“" + delimiter + "”";
        return "CSV in " + encoding + ", separated by " + mark + packed;
    }

    FileForm compressed() {
        return new FileForm(container, GZIP, encoding, delimiter, sheet);
    }
}
