package dev.tieout.exports.pdf;

import dev.tieout.publication.Publication;
import dev.tieout.publication.Report;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The report of one version on two pages of A4, to hand to a board. The bytes depend on the version, the view and the slice alone: no time
 * of printing, no random id.
 *
 * @param organisation its name
 * @param before the report of the period before that stood when this one went out
 * @param restated the version that a RESTATED one replaces
 * @param zone of the metric policy that the version pins
 */
public record BoardReport(
        String organisation,
        Report report,
        Optional<Report> before,
        Optional<Publication> restated,
        ZoneId zone,
        ReadingGuide guide) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final int PAGES = 2;

    public static BoardReport of(
            String organisation,
            Report report,
            Optional<Report> before,
            Optional<Publication> previousVersion,
            ZoneId zone) {
        var restated = report.publication().status() == Publication.Status.RESTATED
                ? previousVersion
                : Optional.<Publication>empty();
        return new BoardReport(
                organisation, report, before, restated, zone, ReadingGuide.of(report, before.orElse(null)));
    }

    /** Writes the document; does not close the stream. */
    public void write(OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            describe(document);
            var fonts = Fonts.load(document);
            var tags = new Tags(document);
            try (var front = new Paper(document, tags, fonts)) {
                begin(front);
                new FrontPage(this, front, tags, fonts).draw();
                new PageFoot(this, front, fonts).draw(1, PAGES);
            }
            try (var back = new Paper(document, tags, fonts)) {
                begin(back);
                new BackPage(this, back, tags, fonts).draw();
                new PageFoot(this, back, fonts).draw(2, PAGES);
            }
            tags.close();
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
    }

    private void begin(Paper paper) throws IOException {
        if (publication().status() == Publication.Status.PROVISIONAL) {
            paper.watermark("PROVISIONAL");
        }
    }

    private void describe(PDDocument document) {
        var publication = publication();
        // Seeds the file's identifier, which would otherwise be drawn from the clock.
        document.setDocumentId(publication.id());
        var information = document.getDocumentInformation();
        information.setTitle(title() + ", version " + publication.version() + ", " + status());
        information.setAuthor(organisation);
        information.setCreator("Tieout");
        information.setProducer("Tieout");
        information.setCreationDate(calendar(publication.publishedAt()));
        information.setModificationDate(calendar(publication.publishedAt()));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("en");
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private static Calendar calendar(Instant instant) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }

    Publication publication() {
        return report.publication();
    }

    String currency() {
        return publication().currency();
    }

    /** {@code October 2026}. */
    String period() {
        return Words.of(Period.parse(publication().period()));
    }

    String title() {
        return "Retention report, " + period();
    }

    String status() {
        return Words.within(publication().status());
    }

    String at(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }
}
