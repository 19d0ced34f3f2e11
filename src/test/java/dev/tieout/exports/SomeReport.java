package dev.tieout.exports;

import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Approver;
import dev.tieout.publication.Publication.SourceStamp;
import dev.tieout.publication.Publication.Stamps;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports of October 2026 as a test needs them, without a database. */
public final class SomeReport {

    public static final Instant PUBLISHED = Instant.parse("2026-11-04T09:30:00Z");

    private SomeReport() {}

    /** Opening 1,000,000; NRR 104.5 %, GRR 93.5 %. */
    public static Report of(Status status, int version, String... segments) {
        return new Report(
                publication("2026-10", version, status, status == Status.PROVISIONAL ? 3 : 0),
                View.MRR,
                bridge("", "", "1000000", "52340.50", "4100", "110000", "40000", "25000"),
                segments.length == 0 ? "" : "segment",
                slices(segments));
    }

    /** September: opening 900,000; NRR 101 %, GRR 95 %. */
    public static Report september() {
        return new Report(
                publication("2026-09", 2, Status.FINAL, 0),
                View.MRR,
                bridge("", "", "900000", "40000", "0", "54000", "30000", "15000"),
                "",
                List.of());
    }

    private static List<Bridge> slices(String... segments) {
        var slices = new ArrayList<Bridge>();
        for (int i = 0; i < segments.length; i++) {
            slices.add(bridge(
                    "segment",
                    segments[i],
                    Integer.toString(500_000 - i * 1_000),
                    "1000",
                    "0",
                    "5000",
                    "2000",
                    "1000"));
        }
        return slices;
    }

    public static Bridge bridge(
            String dimension,
            String slice,
            String opening,
            String added,
            String reactivation,
            String expansion,
            String contraction,
            String churn) {
        var closing = new BigDecimal(opening)
                .add(new BigDecimal(added))
                .add(new BigDecimal(reactivation))
                .add(new BigDecimal(expansion))
                .subtract(new BigDecimal(contraction))
                .subtract(new BigDecimal(churn));
        return new Bridge(
                dimension,
                slice,
                new BigDecimal(opening),
                new BigDecimal(added),
                new BigDecimal(reactivation),
                new BigDecimal(expansion),
                new BigDecimal(contraction),
                new BigDecimal(churn),
                BigDecimal.ZERO,
                closing,
                new Bridge.Accounts(120, 114, 9, 2, 31, 12, 6, 1));
    }

    public static Publication publication(String period, int version, Status status, int open) {
        return new Publication(
                4711,
                12,
                period,
                version,
                status,
                "USD",
                PUBLISHED,
                open,
                new BigDecimal(open * 1_500),
                new BigDecimal(open == 0 ? "1.045000" : "1.040500"),
                new BigDecimal(open == 0 ? "1.045000" : "1.049500"),
                new BigDecimal(open == 0 ? "0.935000" : "0.930500"),
                new BigDecimal(open == 0 ? "0.935000" : "0.939500"),
                stamps(status));
    }

    private static Stamps stamps(Status status) {
        var approvers = new ArrayList<Approver>();
        approvers.add(new Approver("CLASSIFICATION", "approver", Instant.parse("2026-11-03T14:05:00Z")));
        if (status != Status.PROVISIONAL) {
            approvers.add(new Approver("PUBLICATION", "controller", Instant.parse("2026-11-04T09:29:00Z")));
        }
        return new Stamps(
                17,
                "a".repeat(64),
                1,
                false,
                Map.of("movement-classification", 1, "status-crosswalk", 1, "variance-cause", 2),
                Map.of("movement-classification", "b".repeat(64)),
                "c".repeat(64),
                List.of(
                        new SourceStamp(1, "BILLING", "d".repeat(64), 120),
                        new SourceStamp(2, "LEDGER", "e".repeat(64), 118)),
                "0.1.0 2026-11-22T00:00:00Z",
                PUBLISHED,
                approvers,
                List.of());
    }
}
