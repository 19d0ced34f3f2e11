package dev.tieout.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.sources.GivenMonths;
import dev.tieout.sources.SourceKind;
import dev.tieout.verification.Verified;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Yen without and dinars with three decimals, from the file to the report and its exports, and rates from one month to the next. */
@DatabaseTest
@Import(GivenMonths.class)
class CurrenciesTest {

    private static final String SNAPSHOT = "account_id,subscription_id,product,period,mrr,currency,status\n";
    private static final String LEDGER = "entry_id,account_id,posted_at,amount,currency,gl_account\n";
    private static final String RATES = "currency,opening_rate,closing_rate\n";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CLOSE = "/api/v1/closes/2026-10";

    @Autowired
    GivenMonths months;

    @Autowired
    MockMvc http;

    @TempDir
    Path directory;

    GivenOrganisation organisation;

    @BeforeEach
    void begin() {
        organisation = months.organisation();
        months.policy(organisation, "tolerance_absolute", new BigDecimal("0.0100"));
        months.policy(organisation, "total_tolerance_absolute", new BigDecimal("0.0100"));
    }

    private GivenMonths.Month october(
            String reporting, String fx, String rates, String opening, String billing, String ledger) {
        months.policy(organisation, "reporting_currency", reporting);
        months.policy(organisation, "fx", fx);
        var october = months.open(organisation, "2026-10");
        october.receive(SourceKind.RATES, "generic-rates", RATES + rates);
        october.receive(SourceKind.OPENING, "generic-snapshot", SNAPSHOT + opening);
        october.receive(SourceKind.BILLING, "generic-snapshot", SNAPSHOT + billing);
        october.receive(SourceKind.LEDGER, "generic-ledger", LEDGER + ledger);
        return october;
    }

    private GivenMonths.Month yen(String fx) {
        return october(
                "JPY",
                fx,
                "USD,150,151.5\n",
                """
                A,S1,Core,2026-09,100000,JPY,active
                D,S1,Core,2026-09,200,USD,active
                """,
                """
                A,S1,Core,2026-10,120000,JPY,active
                D,S1,Core,2026-10,250.5,USD,active
                """,
                "L1,A,2026-10-05,120000,JPY,4000\nL2,D,2026-10-05,250.5,USD,4000\n");
    }

    private ResultActions ask(String path, String accept) throws Exception {
        return http.perform(get(CLOSE + path)
                        .accept(accept)
                        .with(httpBasic(organisation.login("manager"), GivenOrganisation.PASSWORD)))
                .andExpect(status().isOk());
    }

    private List<String> csv(String path, String... columns) throws Exception {
        var lines = ask(path, "text/csv")
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();
        var header = List.of(lines.getFirst().split(",", -1));
        var first = List.of(lines.get(1).split(",", -1));
        return Stream.of(columns)
                .map(column -> first.get(header.indexOf(column)))
                .toList();
    }

    /** The amounts of the movements' sheet, each as its cell shows it: the number and how many decimals. */
    private List<String> formats() throws Exception {
        var bytes = ask("/published-movements", XLSX).andReturn().getResponse().getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
                var rows = workbook.getSheets().toList().getFirst().openStream()) {
            return rows.flatMap(row -> row.stream()
                            .filter(cell -> cell != null && cell.getType() == CellType.NUMBER)
                            .map(cell -> String.valueOf(cell.getDataFormatString())))
                    .filter(format -> format.contains("#,##0"))
                    .distinct()
                    .toList();
        }
    }

    @Test
    void yen_have_no_decimals_and_dollars_come_in_at_the_opening_rate_with_their_own_line_of_exchange_rates()
            throws Exception {
        var october = yen("AS_REPORTED");
        assertThat(october.exceptions()).isEmpty();
        october.work().publish();
        ask("/report", "application/json")
                .andExpect(jsonPath("$.status").value("FINAL"))
                .andExpect(jsonPath("$.currency").value("JPY"))
                .andExpect(jsonPath("$.opening").value("130000"))
                .andExpect(jsonPath("$.expansion").value("27575"))
                .andExpect(jsonPath("$.fx").value("376"))
                .andExpect(jsonPath("$.closing").value("157951"))
                .andExpect(jsonPath("$.nrr").value("1.212115"));
        assertThat(csv("/report", "opening", "expansion", "fx", "closing"))
                .containsExactly("130000", "27575", "375.75", "157950.75");
        ask("/movements?account=D", "application/json")
                .andExpect(jsonPath("$.items[0].opening").value("30000"))
                .andExpect(jsonPath("$.items[0].closing").value("37951"))
                .andExpect(jsonPath("$.items[0].fx").value("376"))
                .andExpect(jsonPath("$.items[0].sources[0].mrr").value("200.00"))
                .andExpect(jsonPath("$.items[0].sources[1].mrr").value("250.50"));
        ask("/movements?account=A", "application/json")
                .andExpect(jsonPath("$.items[0].sources[0].mrr").value("100000"));
        assertThat(formats()).containsExactly("#,##0_)");
        assertThat(Verified.of(october.pack(directory)).exit()).isZero();
    }

    @Test
    void constant_currency_has_no_line_of_exchange_rates() throws Exception {
        var october = yen("CONSTANT");
        october.work().publish();
        ask("/report", "application/json")
                .andExpect(jsonPath("$.fx").value("0"))
                .andExpect(jsonPath("$.closing").value("157575"))
                .andExpect(jsonPath("$.nrr").value("1.212115"));
    }

    @Test
    void dinars_have_three_decimals() throws Exception {
        var october = october(
                "KWD",
                "AS_REPORTED",
                "USD,0.307,0.308\n",
                """
                A,S1,Core,2026-09,12.345,KWD,active
                D,S1,Core,2026-09,100,USD,active
                """,
                """
                A,S1,Core,2026-10,13.001,KWD,active
                D,S1,Core,2026-10,100,USD,active
                """,
                "L1,A,2026-10-05,13.001,KWD,4000\nL2,D,2026-10-05,100,USD,4000\n");
        october.work().publish();
        ask("/report", "application/json")
                .andExpect(jsonPath("$.opening").value("43.045"))
                .andExpect(jsonPath("$.expansion").value("0.656"))
                .andExpect(jsonPath("$.fx").value("0.100"))
                .andExpect(jsonPath("$.closing").value("43.801"))
                .andExpect(jsonPath("$.status").value("FINAL"));
        assertThat(csv("/published-movements", "account", "opening", "closing", "change", "currency"))
                .containsExactly("A", "12.345", "13.001", "0.656", "KWD");
        assertThat(formats()).contains("#,##0.000_)").doesNotContain("#,##0.00_)");
        assertThat(Verified.of(october.pack(directory)).exit()).isZero();
    }

    @Test
    void as_reported_a_month_opens_at_the_rate_that_the_month_before_closed_at() {
        yen("AS_REPORTED").work().publish();
        var november = months.open(organisation, "2026-11");
        november.receive(SourceKind.BILLING, "generic-snapshot", SNAPSHOT + """
                A,S1,Core,2026-11,120000,JPY,active
                D,S1,Core,2026-11,250.5,USD,active
                """);
        assertThat(november.exceptions()).containsExactly("There is no exchange rate from USD into JPY.");
        var rates = november.receive(SourceKind.RATES, "generic-rates", RATES + "USD,150,149\n");
        assertThat(november.exceptions())
                .containsExactly(
                        "The opening rate of USD is 150, and 2026-10 closed at 151.5: what was reported as its closing"
                                + " would open as another amount. Replace the rates.");
        november.replace(rates, RATES + "USD,151.5,149\n");
        assertThat(november.exceptions()).isEmpty();
        assertThat(november.work().bridge().opening()).isEqualByComparingTo("157950.75");
        assertThat(november.bridge().fx()).isEqualByComparingTo("-626.25");
    }

    @Test
    void at_constant_currency_each_month_may_open_at_its_own_rate() {
        yen("CONSTANT").work().publish();
        var november = months.open(organisation, "2026-11");
        november.receive(SourceKind.BILLING, "generic-snapshot", SNAPSHOT + "A,S1,Core,2026-11,120000,JPY,active\n");
        november.receive(SourceKind.RATES, "generic-rates", RATES + "USD,160,149\n");
        assertThat(november.exceptions()).isEmpty();
        assertThat(november.work().bridge().opening()).isEqualByComparingTo("160080");
    }
}
