package dev.tieout.exports;

import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.terms.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes published versions as files. A file is complete before anyone gets it: what fails on the way is a refusal or an error, never half
 * a file.
 */
public interface Exports {

    /** A report as CSV, XLSX or PDF. */
    ExportedFile report(AskedReport asked, Form form);

    /** What {@link #report} says of itself. */
    About aboutReport(AskedReport asked);

    /**
     * Every movement of a version, as copied when it was published, ordered by account and line; excluded accounts too.
     *
     * @param version null for the latest
     * @param form not PDF
     * @throws NoSuchForm for PDF
     */
    ExportedFile movements(long closeId, @Nullable Integer version, Form form);

    /** What {@link #movements} says of itself. */
    About aboutMovements(long closeId, @Nullable Integer version);

    /**
     * Which report.
     *
     * @param version null for the latest
     * @param slice an attribute; empty for none, which a PDF takes for {@code segment} where accounts carry it
     */
    record AskedReport(long closeId, @Nullable Integer version, View view, String slice) {

        /** The same version, view and slice as a report that someone looks at. */
        public static AskedReport like(Report report) {
            return new AskedReport(
                    report.publication().closeId(), report.publication().version(), report.view(), report.dimension());
        }
    }

    /** It is not written in that form. */
    final class NoSuchForm extends Refusal {
        public NoSuchForm(String what, Form form) {
            super(
                    Kind.INVALID,
                    "no-such-form",
                    "There is no " + form.name().toUpperCase(Locale.ROOT) + " of the " + what + ".");
        }
    }
}
