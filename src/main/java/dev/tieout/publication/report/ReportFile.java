package dev.tieout.publication.report;

import dev.tieout.publication.Publication;
import dev.tieout.publication.Report.View;
import java.util.Locale;

/**
 * What every file made of a published version is called: {@code tieout-<organisation>-<period>-v<version>-<status>-<what>.<ext>}. Only
 * lower-case letters, digits, dots and hyphens, so that it is safe in a header and on every file system. One version's file is always
 * called the same.
 */
public final class ReportFile {

    private ReportFile() {}

    /**
     * The name of a file.
     *
     * @param organisation its id
     * @param what such as {@code movements}
     * @param extension without a dot
     */
    public static String name(String organisation, Publication publication, String what, String extension) {
        return String.join(
                        "-",
                        "tieout",
                        plain(organisation),
                        plain(publication.period()),
                        "v" + publication.version(),
                        plain(publication.status().name()),
                        plain(what))
                + "."
                + plain(extension);
    }

    /** {@code report}, with the view and the slice when they are not the usual ones: {@code report-arr-by-segment}. */
    public static String report(View view, String dimension) {
        return "report" + (view == View.MRR ? "" : "-" + view.name()) + (dimension.isEmpty() ? "" : "-by-" + dimension);
    }

    private static String plain(String text) {
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "other" : plain;
    }
}
