package dev.tieout.exports;

import java.util.Locale;

/** What an export can be written as. */
public enum Form {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf");

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The file's extension, without a dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
