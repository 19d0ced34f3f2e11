package dev.tieout.publication.report;

import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Report;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which an evidence pack writes a report, so that who rebuilds it gets the same bytes: keys sorted, two blanks of
 * indentation, "\n" at the end of each line and of the text, UTF-8.
 *
 * <p>Takes a report of the total and one for each standing dimension that has slices, in their order, all of the same version and view.
 * Slices come by size, equal ones by the bytes of their names: a database's collation has no say.
 */
public final class CanonicalReport {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(printer())
            .build();

    private CanonicalReport() {}

    /** {@code report/report.json}: an array with a {@link ReportDocument} for each report. */
    public static byte[] json(List<Report> reports) {
        // Unwrapped figures keep their place among the keys however the mapper sorts; as maps, all keys are sorted.
        var documents = reports.stream()
                .map(CanonicalReport::sorted)
                .map(ReportDocument::of)
                .map(document -> JSON.convertValue(document, Object.class))
                .toList();
        return (JSON.writeValueAsString(documents) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static DefaultPrettyPrinter printer() {
        var lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
    }

    /** {@code report/report.csv}: one table with the total once, then the slices of every report. */
    public static byte[] csv(List<Report> reports) {
        return ReportTable.of(reports.stream().map(CanonicalReport::sorted).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Report sorted(Report report) {
        var slices = report.slices().stream()
                .sorted(Comparator.comparing(Bridge::opening)
                        .reversed()
                        .thenComparing(
                                slice -> slice.slice().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .toList();
        return new Report(report.publication(), report.view(), report.total(), report.dimension(), slices);
    }
}
