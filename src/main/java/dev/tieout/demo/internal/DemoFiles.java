package dev.tieout.demo.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.terms.Period;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The files that the systems of {@code acme} would export, in the generic profiles. */
final class DemoFiles {

    private static final String CURRENCY = "USD";

    private DemoFiles() {}

    static byte[] accounts(List<DemoAccount> accounts) {
        return csv(csv -> {
            csv.writeRecord(
                    "account_id",
                    "name",
                    "parent_account_id",
                    "started_on",
                    "first_active_on",
                    "churned_on",
                    "segment",
                    "csm",
                    "market");
            accounts.forEach(account -> csv.writeRecord(
                    account.id(),
                    account.name(),
                    "",
                    account.startedOn().toString(),
                    account.startedOn().toString(),
                    account.churnedOn().map(LocalDate::toString).orElse(""),
                    account.segment(),
                    account.csm(),
                    account.market()));
        });
    }

    /** A snapshot; its first line stands in it twice, as exports sometimes have it, so that a receipt shows a duplicate. */
    static byte[] snapshot(Period period, List<DemoAccount> accounts) {
        return csv(csv -> {
            csv.writeRecord(
                    "account_id",
                    "subscription_id",
                    "product",
                    "period",
                    "mrr",
                    "currency",
                    "status",
                    "source_id",
                    "posted_at",
                    "quantity",
                    "discount");
            var first = accounts.stream()
                    .filter(account -> !account.lines().isEmpty())
                    .findFirst()
                    .orElseThrow();
            line(csv, period, first, first.main());
            accounts.forEach(account -> account.lines().forEach(line -> line(csv, period, account, line)));
        });
    }

    private static void line(CsvWriter csv, Period period, DemoAccount account, DemoLine line) {
        csv.writeRecord(
                account.id(),
                line.subscription(),
                line.product(),
                period.toString(),
                line.mrr().toPlainString(),
                CURRENCY,
                line.status(),
                "inv-" + period + "-" + line.subscription(),
                period.end().minusDays(1) + "T12:00:00Z",
                Integer.toString(line.seats()),
                line.discount().toPlainString());
    }

    /** One posting an account, less {@code missing} on the first. */
    static byte[] ledger(Period period, List<DemoAccount> accounts, BigDecimal missing) {
        return csv(csv -> {
            csv.writeRecord("entry_id", "account_id", "posted_at", "amount", "currency", "gl_account");
            var shortfall = missing;
            for (var account : accounts.stream().filter(DemoAccount::active).toList()) {
                csv.writeRecord(
                        "je-" + period + "-" + account.id(),
                        account.id(),
                        period.end().minusDays(1).toString(),
                        account.recognised().subtract(shortfall).toPlainString(),
                        CURRENCY,
                        "4000 Recurring revenue");
                shortfall = BigDecimal.ZERO;
            }
        });
    }

    private static byte[] csv(Consumer<CsvWriter> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            rows.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
