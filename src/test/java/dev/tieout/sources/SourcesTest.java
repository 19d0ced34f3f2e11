package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.HEADER;
import static dev.tieout.sources.OpenOctober.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.DatabaseTest;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.Sources.FileRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(OpenOctober.class)
class SourcesTest {

    private static final String MIXED = HEADER + """
            A1,S1,P1,2026-10,100.00,USD,active,2026-10-05
            A1,S1,P2,2026-10,50.25,USD,active,
            A1,S1,P1,2026-10,100.00,USD,active,
            A2,S1,P1,2026-10,-7.00,USD,active,
            A3,S1,P1,2026-10,30.00,EUR,frozen,
            ,S1,P1,2026-10,x,USD,active,
            A4,S1,P1,2026-10,11.00,USD,active,2026-11-01T00:00:00Z
            """;

    private static final String POSTING = "entry_id,account_id,posted_at,amount,currency\nE1,A1,2026-10-02,1,USD\n";

    @Autowired
    OpenOctober october;

    @Autowired
    Sources sources;

    @Autowired
    Closes closes;

    @Autowired
    Contributions contributions;

    @Autowired
    AuditTrail audit;

    OpenOctober.Desk desk;

    @BeforeEach
    void an_open_first_period() {
        desk = october.anew();
    }

    @Test
    void every_row_is_accepted_a_duplicate_late_or_a_reject_and_the_amounts_add_up() {
        var receipt = desk.receive(SourceKind.BILLING, MIXED);
        assertThat(receipt.rows()).isEqualTo(7);
        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(receipt.rejected()).isEqualTo(3);
        assertThat(receipt.late()).isEqualTo(1);
        var usd = totals(receipt, "USD");
        assertThat(usd.rows()).isEqualByComparingTo("254.25");
        assertThat(usd.accepted()).isEqualByComparingTo("150.25");
        assertThat(usd.duplicates()).isEqualByComparingTo("100");
        assertThat(usd.rejected()).isEqualByComparingTo("-7");
        assertThat(usd.late()).isEqualByComparingTo("11");
        assertThat(totals(receipt, "EUR").rejected()).isEqualByComparingTo("30");
        assertThat(desk.count("select count(*) from billing_row where account = 'A1'"))
                .isEqualTo(2);
        assertThat(desk.organisation.as("analyst", () -> sources.of(desk.close.key())))
                .containsExactly(receipt);
    }

    @Test
    void rejects_say_where_what_and_why() {
        var receipt = desk.receive(SourceKind.BILLING, MIXED);
        var rejects = new ArrayList<Reject>();
        desk.organisation.as("manager", () -> sources.eachReject(receipt.id(), rejects::add));
        assertThat(rejects)
                .extracting(Reject::line, Reject::column, Reject::value)
                .containsExactly(
                        tuple(5L, "mrr", "-7.00"),
                        tuple(6L, "status", "frozen"),
                        tuple(7L, "account_id", ""),
                        tuple(7L, "mrr", "x"));
        assertThat(rejects.getFirst().row()).isEqualTo("A2,S1,P1,2026-10,-7.00,USD,active,");
    }

    @Test
    void an_import_leaves_its_traces() {
        long before = desk.now().revision();
        desk.receive(SourceKind.BILLING, MIXED);
        assertThat(desk.now().revision()).isGreaterThan(before);
        assertThat(desk.organisation.as(
                        "analyst",
                        () -> contributions.of(
                                desk.close.key(),
                                desk.organisation.person("analyst").name())))
                .contains(Contributions.Kind.IMPORTED);
        assertThat(desk.organisation.as("analyst", () -> audit.latest(Long.MAX_VALUE, 10)))
                .anyMatch(entry -> entry.action().equals("source-imported"));
    }

    @Test
    void the_same_bytes_again_are_the_same_receipt_and_change_nothing() {
        var first = desk.receive(SourceKind.BILLING, MIXED);
        long revision = desk.now().revision();
        var second = desk.receive(SourceKind.BILLING, MIXED);
        assertThat(second).isEqualTo(first.again());
        assertThat(desk.now().revision()).isEqualTo(revision);
    }

    @Test
    void the_same_bytes_twice_at_once_are_one_source() {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = CompletableFuture.supplyAsync(this::receiveMixed, both);
            var other = CompletableFuture.supplyAsync(this::receiveMixed, both);
            assertThat(one.join().id()).isEqualTo(other.join().id());
            assertThat(List.of(one.join().repeated(), other.join().repeated())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(desk.count("select count(*) from billing_row")).isEqualTo(2);
    }

    private Receipt receiveMixed() {
        return desk.receive(SourceKind.BILLING, MIXED);
    }

    @Test
    void a_line_that_another_file_brought_is_a_duplicate() {
        desk.receive(SourceKind.BILLING, HEADER + "A1,S1,P1,2026-10,1,USD,active,\n");
        var second = desk.receive(
                SourceKind.BILLING, HEADER + "A1,S1,P1,2026-10,2,USD,active,\nA2,,,2026-10,3,USD,active,\n");
        assertThat(second.duplicates()).isEqualTo(1);
        assertThat(second.accepted()).isEqualTo(1);
        assertThat(desk.count("select sum(mrr)::bigint from billing_row")).isEqualTo(4);
    }

    @Test
    void a_late_posting_waits_under_the_next_periods_name_and_is_counted_once() {
        var ledger = """
                entry_id,account_id,posted_at,amount,currency
                E1,A1,2026-10-31,10,USD
                E2,A1,2026-11-01,20,USD
                E1,A1,2026-10-31,10,USD
                """;
        var receipt = desk.receive(SourceKind.LEDGER, ledger);
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.late()).isEqualTo(1);
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(desk.count("select count(*) from ledger_row where period = '2026-11' and late and entry_id = 'E2'"))
                .isEqualTo(1);
    }

    @Test
    void a_refused_file_leaves_nothing() {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> desk.organisation.as(
                        "analyst",
                        () -> sources.receive(
                                OCTOBER,
                                SourceKind.BILLING,
                                "generic-snapshot",
                                "cut.csv.gz",
                                FileBody.cutShort(MIXED))));
        assertThat(desk.organisation.as("analyst", () -> sources.of(desk.close.key())))
                .isEmpty();
        assertThat(desk.count("select count(*) from source_reject")).isZero();
    }

    @Test
    void a_profile_is_for_its_own_kinds() {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> desk.organisation.as(
                        "analyst",
                        () -> sources.receive(
                                OCTOBER, SourceKind.LEDGER, "generic-snapshot", "x.csv", FileBody.of(MIXED))))
                .withMessageContaining("generic-ledger");
    }

    @Test
    void only_analysts_import_and_nobody_after_final() {
        assertThatExceptionOfType(CurrentActor.NotAllowed.class)
                .isThrownBy(() -> desk.organisation.as(
                        "approver",
                        () -> sources.receive(
                                OCTOBER, SourceKind.BILLING, "generic-snapshot", "f", FileBody.of(MIXED))));
        desk.organisation.asSystem(() -> closes.entered(desk.close.key(), CloseState.FINAL, "Final"));
        assertThatExceptionOfType(Closes.CloseIsFinal.class).isThrownBy(this::receiveMixed);
    }

    @Test
    void another_organisation_sees_none_of_it_and_may_have_the_same_rows() {
        var receipt = desk.receive(
                SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,A1,2026-10-02,1,USD\n");
        var globex = october.anew();
        assertThatExceptionOfType(Sources.NoSuchSource.class)
                .isThrownBy(() -> globex.organisation.as("analyst", () -> sources.receipt(receipt.id())));
        assertThat(globex.organisation.as("analyst", () -> sources.of(desk.close.key())))
                .isEmpty();
        var theirs = globex.receive(SourceKind.LEDGER, POSTING);
        assertThat(theirs.accepted()).isEqualTo(1);
        assertThat(globex.count("select count(*) from ledger_row")).isEqualTo(1);
    }

    @Test
    void a_large_file_streams_through() {
        int rows = 300_000;
        var body = FileBody.generated(
                HEADER, rows, n -> "A" + n % 290_000 + ",S" + n % 290_000 + ",P,2026-10,10.01,USD,active,2026-10-05\n");
        var receipt = desk.organisation.as(
                "analyst", () -> sources.receive(OCTOBER, SourceKind.BILLING, "generic-snapshot", "large.csv", body));
        assertThat(receipt.rows()).isEqualTo(rows);
        assertThat(receipt.duplicates()).isEqualTo(10_000);
        assertThat(totals(receipt, "USD").accepted()).isEqualByComparingTo(new BigDecimal("2902900.00"));
    }

    private static Receipt.Totals totals(Receipt receipt, String currency) {
        return Objects.requireNonNull(receipt.controlTotals().get(currency));
    }
}
