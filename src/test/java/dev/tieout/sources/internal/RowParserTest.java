package dev.tieout.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.sources.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowParserTest {

    @Test
    void a_good_row_is_read_field_by_field() {
        var row = ReadFile.billing("A1, 2026-10 ,1234.5000,usd,On_Hold,2026-10-31 23:59:59")
                .row();
        assertThat(row.problems()).isEmpty();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.value(Field.ACCOUNT)).isEqualTo("A1");
        assertThat(row.value(Field.AMOUNT)).isEqualTo("1234.5000");
        assertThat(row.value(Field.CURRENCY)).isEqualTo("USD");
        assertThat(row.value(Field.STATUS)).isEqualTo("PAUSED");
        assertThat(row.value(Field.POSTED_AT)).isEqualTo("2026-10-31T22:59:59Z");
        assertThat(row.value(Field.SUBSCRIPTION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,2026-10,1,USD,active,            | account_id | blank
            *,2026-10,1,USD,active,           | account_id | stands for all accounts together
            A1,2026-09,1,USD,active,          | period     | another period than 2026-10
            A1,2026-10,-0.0001,USD,active,    | mrr        | negative; this amount is zero or more
            A1,2026-10,1.00001,USD,active,    | mrr        | more than four decimals
            A1,2026-10,1000000000000000,USD,active, | mrr  | as large as 10^15 or larger
            A1,2026-10,1e3,USD,active,        | mrr        | not a number like 1234.50
            A1,2026-10,NaN,USD,active,        | mrr        | not a number like 1234.50
            A1,2026-10,,USD,active,           | mrr        | blank
            A1,2026-10,1,XBT,active,          | currency   | no ISO 4217 currency code
            A1,2026-10,1,USD,frozen,          | status     | a status that the crosswalk does not know
            A1,2026-10,1,USD,,                | status     | blank
            A1,2026-10,1,USD,active,yesterday | posted_at  | not a date like 2026-10-31 or a time like 2026-10-31T12:00:00Z
            A1,2026-10,1,USD,active,2026-02-30 | posted_at | not a date like 2026-10-31 or a time like 2026-10-31T12:00:00Z
            A1,2026-10,1                      | (row)      | 3 columns where the header has 6
            A1,2026-10,1,USD,active,,7        | (row)      | 7 columns where the header has 6
            """)
    void a_bad_cell_is_named_with_the_reason(String row, String column, String reason) {
        var problems = ReadFile.billing(row).row().problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.reason()).isEqualTo(reason);
        });
    }

    @Test
    void ids_have_bounds() {
        assertThat(ReadFile.billing("A" + "1".repeat(199) + ",2026-10,1,USD,active,")
                        .reasons())
                .isEmpty();
        assertThat(ReadFile.billing("A" + "1".repeat(200) + ",2026-10,1,USD,active,")
                        .reasons())
                .containsExactly("longer than 200 characters");
        assertThat(ReadFile.billing("\"A\n1\",2026-10,1,USD,active,").reasons())
                .containsExactly("holds a control character");
    }

    @Test
    void every_bad_cell_of_a_row_is_named_and_what_could_be_read_still_counts() {
        var row = ReadFile.billing(",2026-09,-5,USD,frozen,").row();
        assertThat(row.problems()).extracting(Problem::column).containsExactly("account_id", "period", "mrr", "status");
        assertThat(row.value(Field.AMOUNT)).isEqualTo("-5");
        assertThat(row.value(Field.CURRENCY)).isEqualTo("USD");
    }

    @Test
    void an_opening_snapshot_may_bear_the_previous_periods_name() {
        var text = "account_id,period,mrr,currency\nA1,2026-09,1,USD\nA2,2026-10,1,USD\nA3,2026-08,1,USD\n";
        var rows = ReadFile.of(SourceKind.OPENING, "generic-snapshot", text).rows();
        assertThat(rows).extracting(row -> row.problems().size()).containsExactly(0, 0, 1);
        assertThat(rows.getFirst().value(Field.STATUS)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, 2026-10-31, 2026-10",
        "2026-10-31T22:59:59Z, 2026-10-31, 2026-10",
        "2026-10-31T23:00:00Z, 2026-11-01, 2026-11",
        "2026-11-01, 2026-11-01, 2026-11",
        "2027-02-03T00:30:00+01:00, 2027-02-03, 2027-02"
    })
    void a_posting_belongs_to_the_period_of_its_moment_in_the_organisations_zone(
            String posted, String day, String period) {
        var row = ReadFile.of(
                        SourceKind.LEDGER,
                        "generic-ledger",
                        "entry_id,account_id,posted_at,amount,currency\nE1,A1," + posted + ",-10.5,EUR\n")
                .row();
        assertThat(row.problems()).isEmpty();
        assertThat(row.value(Field.POSTED_ON)).isEqualTo(day);
        assertThat(row.value(Field.BELONGS_TO)).isEqualTo(period);
    }

    @Test
    void a_posting_from_before_the_period_is_no_guess() {
        var text = "entry_id,account_id,posted_at,amount,currency\nE1,A1,2026-09-30,1,EUR\n";
        assertThat(ReadFile.of(SourceKind.LEDGER, "generic-ledger", text).reasons())
                .containsExactly("posted before 2026-10 begins");
    }

    @Test
    void columns_that_an_accounts_file_has_beyond_ours_are_attributes() {
        var text = "Account_ID;Name;Segment;CSM\nA1;Ångström & Söhne;Enterprise;\n";
        var row = ReadFile.of(SourceKind.ACCOUNTS, "generic-accounts", text).row();
        assertThat(row.problems()).isEmpty();
        assertThat(row.value(Field.NAME)).isEqualTo("Ångström & Söhne");
        assertThat(row.value(Field.ATTRIBUTES)).isEqualTo("{\"segment\":\"Enterprise\",\"csm\":null}");
    }

    @Test
    void the_reporting_currencys_own_rate_is_one() {
        var text = "currency,opening_rate,closing_rate\nUSD,1,1.0\nEUR,1.0834,1.0912\nusd,1,1.1\nGBP,0,1\n";
        var rows = ReadFile.of(SourceKind.RATES, "generic-rates", text).rows();
        assertThat(rows).extracting(row -> row.problems().size()).containsExactly(0, 0, 1, 1);
    }
}
