package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.sources.ImportProfiles.Draft;
import dev.tieout.sources.ImportProfiles.Meaning;
import dev.tieout.sources.Sources.FileRefused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@Import(OpenOctober.class)
class ImportProfilesTest {

    private static final String EXPORT = """
            Bericht;Umsatz
            Kunde Nr;Customer;Vertrag;Amount;Currency;State;Notiz
            1;Müller;V1;"1.234,50 €";EUR;active;x
            2;Söhne;V2;12,00;EUR;paused;
            """;

    @Autowired
    OpenOctober october;

    @Autowired
    ImportProfiles profiles;

    @Autowired
    Sources sources;

    @Autowired
    MockMvc web;

    OpenOctober.Desk desk;

    @BeforeEach
    void an_open_close() {
        desk = october.anew();
    }

    @Test
    void a_preview_shows_what_the_file_is_and_suggests_what_its_columns_mean() {
        var preview = preview(EXPORT);
        assertThat(preview.form()).isEqualTo("CSV in UTF-8, separated by “;”");
        assertThat(preview.headerLine()).isEqualTo(2);
        assertThat(preview.rows().getFirst()).startsWith("1", "Müller");
        assertThat(preview.draft().decimal()).isEqualTo(",");
        assertThat(preview.draft().columns())
                .extracting(ImportProfiles.DraftColumn::meaning)
                .containsExactly(
                        Meaning.ACCOUNT,
                        Meaning.UNUSED,
                        Meaning.UNUSED,
                        Meaning.AMOUNT,
                        Meaning.CURRENCY,
                        Meaning.STATUS,
                        Meaning.UNUSED);
        assertThat(preview("account_id,period,mrr,currency\nA1,2026-10,1,USD\n").fitting())
                .containsExactly("generic-snapshot");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BILLING, 'Customer,Customer number,MRR', Customer number",
        "BILLING, 'Customer,MRR', Customer",
        "LEDGER, 'Account,Customer,Date,Amount', Customer",
        "LEDGER, 'Account,Date,Amount', Account",
        "ACCOUNTS, 'Id,Customer,Segment', Id"
    })
    void what_is_called_an_id_is_the_account_before_what_may_as_well_be_a_name(
            SourceKind kind, String header, String account) {
        var draft = desk.organisation
                .as("analyst", () -> profiles.preview(kind, FileBody.of(header + "\nx,y,z\n")))
                .draft();
        assertThat(draft.columns())
                .filteredOn(column -> column.meaning() == Meaning.ACCOUNT)
                .extracting(ImportProfiles.DraftColumn::header)
                .containsExactly(account);
    }

    @Test
    void files_are_read_as_the_last_ones_were_until_somebody_saves_another_way() {
        assertThat(habitual()).isEmpty();
        receive("generic-snapshot", "account_id,period,mrr,currency,status\nA1,2026-10,1,USD,active\n");
        assertThat(habitual()).containsExactly(entry(SourceKind.BILLING, "generic-snapshot"));
        saved(named("our-report", preview(EXPORT).draft()));
        assertThat(habitual()).containsExactly(entry(SourceKind.BILLING, "our-report"));
    }

    @Test
    void a_built_in_profile_gets_the_intervals_of_its_plans_in_a_copy_and_an_own_one_in_a_further_version() {
        assertThat(planIntervals("generic-snapshot")).isNull();
        assertThat(planIntervals("recurly-subscriptions-v6")).isEmpty();
        var copy = withPlans("recurly-subscriptions-v6", "our-recurly", Map.of("gold", "1 year"));
        assertThat(copy.kinds()).contains(SourceKind.BILLING, SourceKind.OPENING);
        assertThat(planIntervals("our-recurly")).containsExactly(entry("gold", "1 year"));
        assertThat(withPlans("our-recurly", "our-recurly", Map.of("gold", "1 year", "tea", "week"))
                        .version())
                .isEqualTo(2);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> withPlans("our-recurly", "our-recurly", Map.of("gold", "often")))
                .withMessageContaining("“often”");
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> withPlans("recurly-subscriptions-v6", "recurly-subscriptions-v6", Map.of()))
                .withMessageContaining("comes with the product");
    }

    @Test
    void the_template_of_moves_is_a_file_that_its_profile_reads() {
        assertThat(profiles.template(SourceKind.MIGRATION))
                .startsWith("old_account_id,")
                .endsWith("effective_from\r\n");
    }

    private Map<SourceKind, String> habitual() {
        return desk.organisation.as("manager", profiles::habitual);
    }

    private @Nullable Map<String, String> planIntervals(String profile) {
        return desk.organisation.as("manager", () -> profiles.planIntervals(profile));
    }

    private ImportProfiles.Described withPlans(String profile, String as, Map<String, String> intervals) {
        return desk.organisation.as("analyst", () -> profiles.withPlanIntervals(profile, as, intervals));
    }

    @Test
    void a_saved_draft_imports_files_and_its_next_version_replaces_it() {
        var draft = named("our-report", preview(EXPORT).draft());
        assertThat(saved(draft).version()).isEqualTo(1);
        assertThat(saved(draft).version()).isEqualTo(1);
        var receipt = receive("our-report", EXPORT);
        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.profile()).isEqualTo("our-report");
        assertThat(desk.count("select sum(mrr * 100)::bigint from billing_row")).isEqualTo(124_650);
        var second = desk.organisation.as(
                "analyst",
                () -> profiles.save(
                        profiles.named("our-report").definition().replace("\"preamble\":1", "\"preamble\":5")));
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void a_changed_export_is_refused_with_the_missing_and_the_new_columns() {
        saved(named("our-report", preview(EXPORT).draft()));
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> receive("our-report", EXPORT.replace("Vertrag", "Vertragsnummer")))
                .withMessageContaining("lacks “Vertrag”")
                .withMessageContaining("has “vertragsnummer”");
    }

    @Test
    void what_is_no_profile_is_refused_with_the_reason() {
        assertRefused("{\"name\":\"x\"", "no profile");
        assertRefused("{\"name\":\"x\",\"kinds\":[\"BILLING\"],\"columns\":[]}", "BILLING files fill");
        assertRefused("{\"name\":\"x\",\"kinds\":[\"BILLING\"],\"columns\":[],\"colour\":1}", "colour");
        var builtIn = desk.organisation
                .as("analyst", () -> profiles.named("generic-snapshot"))
                .definition();
        assertRefused(builtIn, "comes with the product");
        assertThatExceptionOfType(CurrentActor.NotAllowed.class)
                .isThrownBy(() -> desk.organisation.as("approver", () -> profiles.save(builtIn)));
    }

    @Test
    void another_organisation_has_no_such_profile() {
        saved(named("our-report", preview(EXPORT).draft()));
        var globex = october.anew();
        assertThatExceptionOfType(ImportProfiles.NoSuchProfile.class)
                .isThrownBy(() -> globex.organisation.as("analyst", () -> profiles.named("our-report")));
    }

    @Test
    void rows_of_an_open_accounting_period_make_a_close_provisional() {
        var text = """
                accounting_period,open_accounting_period,currency,customer_id,debit,credit,amount
                2026-10,true,usd,A1,DeferredRevenue,Revenue,10.00
                """;
        var receipt = desk.organisation.as(
                "analyst",
                () -> sources.receive(
                        OCTOBER, SourceKind.LEDGER, "stripe-debits-credits-by-customer", "dc.csv", FileBody.of(text)));
        assertThat(desk.organisation.as("manager", () -> sources.provisional(desk.close.key())))
                .containsExactly("1 row of dc.csv (source " + receipt.id()
                        + ") was of an accounting period that is still open.");
    }

    @Test
    void the_api_previews_saves_and_lists() throws Exception {
        var analyst = httpBasic(desk.organisation.login("analyst"), GivenOrganisation.PASSWORD);
        web.perform(post("/api/v1/profiles/preview?kind=billing")
                        .contentType("text/csv")
                        .content("Customer,MRR\nA1,5\n")
                        .with(analyst))
                .andExpect(status().isOk())
                .andExpect(jsonPath("header[0]").value("Customer"))
                .andExpect(jsonPath("columns[1].meaning").value("AMOUNT"))
                .andExpect(jsonPath("profile.kinds[0]").value("BILLING"));
        web.perform(post("/api/v1/profiles")
                        .contentType("application/json")
                        .content("""
                                {"name": "api-made", "kinds": ["RATES"], "columns": [
                                {"header": "c", "field": "CURRENCY", "rule": "CURRENCY", "required": true},
                                {"header": "o", "field": "OPENING_RATE", "rule": "RATE", "required": true},
                                {"header": "e", "field": "CLOSING_RATE", "rule": "RATE", "required": true}]}
                                """)
                        .with(analyst))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("version").value(1));
        web.perform(get("/api/v1/profiles").with(analyst))
                .andExpect(jsonPath("items[*].name").value(hasItem("api-made")))
                .andExpect(jsonPath("items[*].name").value(hasItem("xero-account-transactions")));
    }

    private ImportProfiles.Preview preview(String text) {
        return desk.organisation.as("analyst", () -> profiles.preview(SourceKind.BILLING, FileBody.of(text)));
    }

    private ImportProfiles.Described saved(Draft draft) {
        return desk.organisation.as("analyst", () -> profiles.save(draft));
    }

    private static Draft named(String name, Draft draft) {
        return new Draft(
                name,
                draft.kind(),
                draft.columns(),
                draft.preamble(),
                draft.decimal(),
                false,
                draft.dateFormat(),
                Map.of());
    }

    private Receipt receive(String profile, String text) {
        return desk.organisation.as(
                "analyst", () -> sources.receive(OCTOBER, SourceKind.BILLING, profile, "f.csv", FileBody.of(text)));
    }

    private void assertRefused(String definition, String words) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> desk.organisation.as("analyst", () -> profiles.save(definition)))
                .withMessageContaining(words);
    }
}
