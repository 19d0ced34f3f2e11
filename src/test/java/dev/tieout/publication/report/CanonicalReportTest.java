package dev.tieout.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Report;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalReportTest {

    private static final Instant AT = Instant.parse("2026-11-03T10:00:00.123456Z");

    @Test
    void keys_are_sorted_at_every_depth_and_lines_end_alike_everywhere() {
        var json = new String(CanonicalReport.json(reports()), StandardCharsets.UTF_8);

        assertThat(json).startsWith("[\n  {\n    \"accounts\": {\n      \"churned\": 0,\n      \"cohort\": 2,");
        assertThat(json).endsWith("\n]\n").doesNotContain("\r");
        assertThat(json.indexOf("\"closing\"")).isLessThan(json.indexOf("\"contraction\""));
        assertThat(json.indexOf("\"stamps\"")).isLessThan(json.indexOf("\"status\""));
        assertThat(json).contains("\"publishedAt\": \"2026-11-03T10:00:00.123456Z\"", "\"nrr\": \"1.100000\"");
    }

    @Test
    void the_table_says_the_total_once_and_the_slices_of_every_dimension() {
        var lines = new String(CanonicalReport.csv(reports()), StandardCharsets.UTF_8).split("\r\n");

        assertThat(lines).hasSize(4);
        assertThat(lines[1]).startsWith("2026-10,1,FINAL,MRR,USD,,,100.00,");
        assertThat(lines[2]).startsWith("2026-10,1,FINAL,MRR,USD,segment,'=Grand,");
        assertThat(lines[3]).startsWith("2026-10,1,FINAL,MRR,USD,csm,ann,");
    }

    private static List<Report> reports() {
        return List.of(
                report("", List.of()),
                report("segment", List.of(bridge("segment", "=Grand"))),
                report("csm", List.of(bridge("csm", "ann"))));
    }

    private static Report report(String dimension, List<Bridge> slices) {
        return new Report(publication(), Report.View.MRR, bridge("", ""), dimension, slices);
    }

    private static Bridge bridge(String dimension, String slice) {
        var nothing = new BigDecimal("0.0000");
        return new Bridge(
                dimension,
                slice,
                new BigDecimal("100.0000"),
                nothing,
                nothing,
                new BigDecimal("10.0000"),
                nothing,
                nothing,
                nothing,
                new BigDecimal("110.0000"),
                new Bridge.Accounts(2, 2, 0, 0, 1, 0, 0, 0));
    }

    private static Publication publication() {
        var stamps = new Publication.Stamps(
                3, "c0", 1, false, Map.of("b", 1, "a", 2), Map.of(), "", List.of(), "build", AT, List.of(), List.of());
        return new Publication(
                1,
                1,
                "2026-10",
                1,
                Publication.Status.FINAL,
                "USD",
                AT,
                0,
                new BigDecimal("0.0000"),
                null,
                null,
                null,
                null,
                stamps);
    }
}
