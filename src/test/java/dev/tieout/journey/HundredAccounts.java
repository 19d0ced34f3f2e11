package dev.tieout.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The example that the product was asked for with: 100 accounts with 1,000,000 ARR, of which 10 churn (-25,000), 20 expand (+150,000)
 * and 5 contract (-25,000); five segments alike, so that every slice shows the same ratios; and new accounts, which must change nothing.
 */
final class HundredAccounts {

    private static final int ACCOUNTS = 100;
    private static final int SEGMENTS = 5;
    private static final int NEW = 7;

    private HundredAccounts() {}

    static byte[] accounts() {
        return csv(
                "account_id,name,started_on,segment,csm",
                ACCOUNTS + NEW,
                i -> "A%03d,Account %d,2024-03-01,Segment %d,csm-%d".formatted(i, i, i % SEGMENTS, i % 2));
    }

    static byte[] opening(String period) {
        return csv(snapshotHeader(), ACCOUNTS, i -> row(i, period, opening(i)));
    }

    static byte[] billing(String period) {
        return csv(
                snapshotHeader(),
                ACCOUNTS + NEW,
                i -> i >= ACCOUNTS
                        ? row(i, period, new BigDecimal("999.99"))
                        : row(i, period, closing(i), closing(i).signum() == 0 ? "cancelled" : "active"));
    }

    /** A ledger that agrees with {@link #billing}, but for {@code off} on the last account. */
    static byte[] ledger(String period, String off) {
        return csv("entry_id,account_id,posted_at,amount,currency,gl_account", ACCOUNTS + NEW, i -> {
            var amount = i >= ACCOUNTS ? new BigDecimal("999.99") : closing(i);
            var booked = i == ACCOUNTS + NEW - 1 ? amount.add(new BigDecimal(off)) : amount;
            return "e-%s-%d,A%03d,%s-15,%s,USD,4000".formatted(period, i, i, period, booked.toPlainString());
        });
    }

    /** Annual amounts of a group as MRR: twelfths, the group's last account taking what rounding leaves. */
    private static BigDecimal share(String annual, int of, int number) {
        var total = new BigDecimal(annual).divide(BigDecimal.valueOf(12), 4, RoundingMode.HALF_EVEN);
        var each = total.divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_EVEN);
        return number < of - 1 ? each : total.subtract(each.multiply(BigDecimal.valueOf(of - 1L)));
    }

    /** 0 to 9 churn, 10 to 29 expand, 30 to 34 contract, all others stay. */
    private static BigDecimal opening(int i) {
        if (i < 10) {
            return share("25000", 10, i);
        }
        if (i < 30) {
            return share("300000", 20, i - 10);
        }
        return i < 35 ? share("75000", 5, i - 30) : share("600000", 65, i - 35);
    }

    private static BigDecimal closing(int i) {
        if (i < 10) {
            return BigDecimal.ZERO;
        }
        if (i < 30) {
            return opening(i).add(share("150000", 20, i - 10));
        }
        return i < 35 ? opening(i).subtract(share("25000", 5, i - 30)) : opening(i);
    }

    private static String snapshotHeader() {
        return "account_id,subscription_id,product,period,mrr,currency,status,source_id,posted_at";
    }

    private static String row(int i, String period, BigDecimal mrr) {
        return row(i, period, mrr, "active");
    }

    private static String row(int i, String period, BigDecimal mrr, String status) {
        return "A%03d,s-%d,Core,%s,%s,USD,%s,src-%d,%s-02T00:00:00Z"
                .formatted(i, i, period, mrr.toPlainString(), status, i, period);
    }

    private static byte[] csv(String header, int rows, IntFunction<String> row) {
        var text = new StringBuilder(header).append('\n');
        IntStream.range(0, rows).mapToObj(row).forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
