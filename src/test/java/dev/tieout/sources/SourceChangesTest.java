package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.sources.Sources.FileRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(OpenOctober.class)
class SourceChangesTest {

    private static final String TWO = HEADER + "A1,S1,P1,2026-10,100,USD,active,\nA1,S1,P2,2026-10,50,USD,active,\n";

    @Autowired
    OpenOctober october;

    @Autowired
    Sources sources;

    @Autowired
    JdbcClient jdbc;

    OpenOctober.Desk desk;

    @BeforeEach
    void an_open_first_period() {
        desk = october.anew();
    }

    @Test
    void a_replacement_takes_the_old_rows_out_and_keeps_the_old_receipt() {
        var first = desk.receive(SourceKind.BILLING, TWO);
        var better = HEADER + "A1,S1,P1,2026-10,70,USD,active,\n";
        var second = desk.replace(first, better);
        assertThat(second.accepted()).isEqualTo(1);
        assertThat(desk.count("select sum(mrr)::bigint from billing_row")).isEqualTo(70);
        assertThat(desk.organisation
                        .as("analyst", () -> sources.receipt(first.id()))
                        .superseded())
                .isTrue();
        var again = desk.replace(first, better);
        assertThat(again).isEqualTo(second.again());
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> desk.organisation.as(
                        "analyst",
                        () -> sources.replace(
                                first.id(), "third.csv", FileBody.of(HEADER + "A,,,2026-10,1,USD,active,\n"))));
    }

    @Test
    void rows_held_back_for_a_replaced_file_are_missed_until_they_are_taken_in() {
        var wrong = desk.receive(SourceKind.BILLING, HEADER + "A1,,,2026-10,1,USD,active,\n");
        var held = HEADER + "A1,,,2026-10,5,USD,active,\nA2,,,2026-10,6,USD,active,\n";
        var other = desk.receive(SourceKind.BILLING, held);
        desk.replace(wrong, HEADER + "A3,,,2026-10,1,USD,active,\n");
        assertThat(desk.exceptions()).anyMatch(sentence -> sentence.contains("held back"));
        desk.replace(other, held);
        assertThat(desk.exceptions()).noneMatch(sentence -> sentence.contains("held back"));
        assertThat(desk.count("select sum(mrr)::bigint from billing_row")).isEqualTo(12);
    }

    @Test
    void accounts_are_updated_by_a_later_file_and_keep_what_it_does_not_speak_of() {
        desk.receive(SourceKind.ACCOUNTS, "account_id,name,segment,csm,churned_on\nA1,Ada,SMB,Kim,2025-01-01\n");
        desk.receive(SourceKind.ACCOUNTS, "account_id,segment,churned_on\nA1,Enterprise,\nA2,SMB,\nA2,X,\n");
        var first = desk.inDatabase(() -> jdbc.sql(
                        "select name || ' ' || attributes::text || coalesce(churned_on::text, '') from account where account = 'A1'")
                .query(String.class)
                .single());
        assertThat(first).isEqualTo("Ada {\"csm\": \"Kim\", \"segment\": \"Enterprise\"}");
        assertThat(desk.count("select count(*) from account")).isEqualTo(2);
    }

    @Test
    void exceptions_say_what_is_missing_until_nothing_is() {
        assertThat(desk.exceptions()).hasSize(2);
        desk.receive(SourceKind.OPENING, HEADER + "A1,,,2026-09,10,EUR,active,\n");
        desk.receive(SourceKind.BILLING, HEADER + "A1,,,2026-10,10,EUR,active,\nA2,,,2026-10,-1,EUR,active,\n");
        assertThat(desk.exceptions())
                .containsExactly(
                        "There is no exchange rate from EUR into USD.",
                        "1 row of file.csv (source " + desk.receipts().getLast().id() + ") was rejected.");
        desk.receive(SourceKind.RATES, "currency,opening_rate,closing_rate\nEUR,1.08,1.09\n");
        desk.organisation.as("analyst", () -> sources.acknowledgeRejects(desk.close.key(), "a credit, not revenue"));
        assertThat(desk.exceptions()).isEmpty();
        desk.receive(SourceKind.BILLING, HEADER + "A3,,,2026-10,-2,EUR,active,\n");
        assertThat(desk.exceptions()).hasSize(1);
    }

    @Test
    void an_account_larger_than_can_be_counted_is_named_before_it_is_classified() {
        desk.receive(SourceKind.OPENING, HEADER + "A1,,,2026-09,10,USD,active,\nA2,,,2026-09,10,USD,active,\n");
        desk.receive(
                SourceKind.BILLING,
                HEADER + "A1,S1,,2026-10,500000000000000,USD,active,\nA1,S2,,2026-10,400000000000000,USD,active,\n"
                        + "A2,,,2026-10,899999999999999.9999,USD,active,\n");

        assertThat(desk.exceptions())
                .singleElement()
                .asString()
                .contains("“A1”")
                .contains("900000000000000 USD")
                .doesNotContain("A2");
    }

    @Test
    void so_is_one_that_only_its_rate_makes_so_large() {
        desk.receive(SourceKind.OPENING, HEADER + "A1,,,2026-09,10,USD,active,\n");
        desk.receive(SourceKind.BILLING, HEADER + "A1,,,2026-10,10,USD,active,\nA3,,,2026-10,1000000,EUR,active,\n");
        desk.receive(SourceKind.RATES, "currency,opening_rate,closing_rate\nEUR,1.1,999999999.9\n");

        assertThat(desk.exceptions()).singleElement().asString().contains("“A3”");
    }
}
