package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.sources.Receipt.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever comes in, in whatever order, replaced or brought again: every row and every amount is accounted for. */
@DatabaseTest
@Import(OpenOctober.class)
class ReceiptsAddUpTest {

    private static final List<String> AMOUNTS =
            List.of("10.00", "0", "7.1234", "-3.00", "x", "", "1e3", "999999999999999");
    private static final List<String> CURRENCIES = List.of("USD", "USD", "EUR", "JPY", "XXY", "");
    private static final List<String> STATUSES = List.of("active", "active", "paused", "cancelled", "frozen", "");
    private static final List<String> POSTED =
            List.of("", "", "2026-10-05", "2026-11-01T00:00:00Z", "2027-01-01", "yesterday");

    @Autowired
    OpenOctober october;

    @Autowired
    Intake intake;

    @Autowired
    Sources sources;

    @Autowired
    JdbcClient jdbc;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rows_and_amounts_always_add_up(int seed) {
        var random = new Random(seed);
        var desk = october.anew();
        var first = desk.receive(SourceKind.BILLING, file(random));
        var bytes = file(random);
        var second = desk.receive(SourceKind.BILLING, bytes);
        assertThat(desk.receive(SourceKind.BILLING, bytes)).isEqualTo(second.again());
        desk.replace(first, file(random));
        desk.receive(SourceKind.BILLING, file(random));
        for (var receipt : desk.receipts()) {
            addsUp(receipt);
            if (!receipt.superseded()) {
                standsForItsRows(desk, receipt);
            }
        }
        var counts = desk.organisation.as("manager", () -> intake.of(desk.close.key()));
        assertThat(counts.notAdding()).isEmpty();
        assertThat(desk.receipts().getFirst().superseded()).isTrue();
        assertThat(desk.count("select count(*) from billing_row where source_id = " + first.id()))
                .isZero();
    }

    @Test
    void a_file_in_order_and_the_same_rows_in_none_come_to_the_same() {
        var rows = IntStream.range(100, 140)
                .mapToObj("A%d,S,P,2026-10,10.00,USD,active,\n"::formatted)
                .toList();
        var mixed = new ArrayList<>(rows);
        Collections.shuffle(mixed, new Random(7));
        for (var order : List.of(rows, mixed)) {
            var desk = october.anew();
            var known = desk.receive(SourceKind.BILLING, HEADER + rows.get(3) + rows.get(9));
            var receipt = desk.receive(SourceKind.BILLING, HEADER + String.join("", order));
            assertThat(known.accepted()).isEqualTo(2);
            assertThat(List.of(receipt.rows(), receipt.accepted(), receipt.duplicates()))
                    .containsExactly(40L, 38L, 2L);
            addsUp(receipt);
            standsForItsRows(desk, receipt);
        }
    }

    @Test
    void a_row_that_comes_twice_does_not_stand_for_a_line_below_zero() {
        var desk = october.anew();
        var receipt = desk.organisation.as(
                "analyst",
                () -> sources.receive(
                        OpenOctober.OCTOBER,
                        SourceKind.OPENING,
                        "stripe-subscription-item-changes",
                        "changes.csv",
                        FileBody.of("""
                                currency,customer_id,event_type,event_timestamp,mrr_change,product_id,subscription_id,subscription_item_id,quantity_change
                                usd,A1,ACTIVE_START,2026-08-01 10:00:00,5000,P,S,I1,1
                                usd,A1,ACTIVE_END,2026-08-02 10:00:00,-8000,P,S,I1,-1
                                usd,A1,ACTIVE_START,2026-08-01 10:00:00,5000,P,S,I1,1
                                usd,A2,ACTIVE_START,2026-08-01 10:00:00,3000,P,S,I2,1
                                usd,A2,ACTIVE_START,2026-08-01 10:00:00,3000,P,S,I2,1
                                """)));
        addsUp(receipt);
        assertThat(receipt.rejected()).isEqualTo(3);
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(desk.count("select sum(mrr)::bigint from opening_line")).isEqualTo(30);
    }

    private static void addsUp(Receipt receipt) {
        assertThat(receipt.rows())
                .isEqualTo(receipt.accepted() + receipt.duplicates() + receipt.rejected() + receipt.late());
        for (var totals : receipt.controlTotals().values()) {
            assertThat(totals.rows())
                    .isEqualByComparingTo(totals.accepted()
                            .add(totals.duplicates())
                            .add(totals.rejected())
                            .add(totals.late()));
        }
    }

    /** What the receipt calls accepted is what is in, to the last digit. */
    private void standsForItsRows(OpenOctober.Desk desk, Receipt receipt) {
        assertThat(desk.count("select count(*) from billing_row where not late and source_id = " + receipt.id()))
                .isEqualTo(receipt.accepted());
        receipt.controlTotals()
                .forEach((currency, totals) -> assertThat(desk.inDatabase(() -> jdbc.sql(
                                        "select coalesce(sum(mrr), 0) from billing_row where not late and source_id = ? and currency = ?")
                                .params(receipt.id(), currency)
                                .query(BigDecimal.class)
                                .single()))
                        .isEqualByComparingTo(accepted(totals)));
    }

    private static BigDecimal accepted(Totals totals) {
        return totals.accepted();
    }

    private static String file(Random random) {
        var file = new StringBuilder(HEADER);
        int rows = 1 + random.nextInt(30);
        for (int i = 0; i < rows; i++) {
            file.append(random.nextInt(12) == 0 ? "" : "A" + random.nextInt(8))
                    .append(",S")
                    .append(random.nextInt(3))
                    .append(",P,")
                    .append(random.nextInt(15) == 0 ? "2026-09" : "2026-10")
                    .append(',')
                    .append(any(AMOUNTS, random))
                    .append(',')
                    .append(any(CURRENCIES, random))
                    .append(',')
                    .append(any(STATUSES, random))
                    .append(',')
                    .append(any(POSTED, random))
                    .append(random.nextInt(15) == 0 ? ",too wide" : "")
                    .append('\n');
        }
        return file.toString();
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
