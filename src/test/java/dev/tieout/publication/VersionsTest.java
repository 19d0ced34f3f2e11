package dev.tieout.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications.MalformedCursor;
import dev.tieout.publication.Publications.NotPublished;
import dev.tieout.publication.VersionDifference.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Two versions of one close: between them an account expanded less, one was excluded, one came and one is told as a returner. */
@DatabaseTest
class VersionsTest {

    @Autowired
    Given given;

    @Autowired
    GivenPublication publishing;

    @Autowired
    Publications publications;

    @Autowired
    Closes closes;

    @Autowired
    MockMvc http;

    GivenOrganisation organisation;
    long close;

    @BeforeEach
    void publish_twice() {
        organisation = given.organisation();
        var draft = publishing.draft(organisation);
        close = draft.close().id();
        draft.close()
                .account("b1", "1000", "1300")
                .account("b2", "2000", "2000")
                .account("s1", "500", "400")
                .account("s2", "0", "70")
                .figures();
        draft.sign(SignOff.Kind.CLASSIFICATION).reconcile().publish(Status.PROVISIONAL);
        change(draft, "update movement set closing = 1100, gross_up = 100 where close_id = :close and account = 'b1'");
        change(
                draft,
                "update movement set excluded_by = 'analyst', exclusion_reason = 'Internal', exclusion_comment = 'Ours'"
                        + " where close_id = :close and account = 's1'");
        draft.close().account("=x", "0", "30");
        change(draft, "delete from figure where close_id = :close");
        draft.close().figures();
        organisation.as("analyst", () -> closes.changed(close, SignOff.Kind.CLASSIFICATION, "b1 was corrected"));
        draft.sign(SignOff.Kind.CLASSIFICATION).reconcile().publish(Status.PROVISIONAL);
    }

    private void change(GivenPublication.Draft draft, String sql) {
        draft.close().sql(sql, Map.of());
    }

    private VersionDifference difference(int from, int to) {
        return organisation.as("manager", () -> publications.difference(close, from, to));
    }

    private List<AccountDifference> every(int from, int to) {
        var all = new ArrayList<AccountDifference>();
        organisation.as("manager", () -> publications.eachDifference(close, from, to, all::add));
        return all;
    }

    @Test
    void every_line_is_told_in_both_versions() {
        var difference = difference(1, 2);
        assertThat(difference.lines())
                .filteredOn(line -> line.change().signum() != 0)
                .extracting(line ->
                        line.line() + " " + line.change().stripTrailingZeros().toPlainString())
                .containsExactly("OPENING -500", "NEW 30", "EXPANSION -200", "CONTRACTION -100", "CLOSING -570");
        assertThat(difference.movements()).isEqualTo(3);
        assertThat(difference.stamps())
                .extracting(VersionDifference.Stamp::name)
                .containsExactly("revision", "approvers");
    }

    @Test
    void what_the_accounts_add_up_to_is_what_the_lines_say() {
        var sums = new TreeMap<BridgeLine, BigDecimal>();
        every(1, 2)
                .forEach(account ->
                        account.effects().forEach((line, amount) -> sums.merge(line, amount, BigDecimal::add)));
        for (Line line : difference(1, 2).lines()) {
            assertThat(sums.getOrDefault(line.line(), BigDecimal.ZERO)).isEqualByComparingTo(line.change());
        }
    }

    @Test
    void only_accounts_that_differ_are_listed_page_by_page() {
        assertThat(every(1, 2)).extracting(AccountDifference::account).containsExactly("=x", "b1", "s1");
        var first = organisation.as("manager", () -> publications.differences(close, 1, 2, null, 2));
        assertThat(first.items()).extracting(AccountDifference::account).containsExactly("=x", "b1");
        var rest = organisation.as("manager", () -> publications.differences(close, 1, 2, first.next(), 2));
        assertThat(rest.items()).extracting(AccountDifference::account).containsExactly("s1");
        assertThat(rest.next()).isNull();
    }

    @Test
    void a_version_does_not_differ_from_itself_and_backwards_is_the_same_with_signs_turned() {
        assertThat(difference(2, 2).movements()).isZero();
        assertThat(difference(2, 2).stamps()).isEmpty();
        assertThat(difference(2, 1).lines())
                .extracting(Line::change)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(difference(1, 2).lines().stream()
                        .map(line -> line.change().negate())
                        .toList());
    }

    @Test
    void a_version_that_is_not_there_and_a_made_up_cursor_are_refused() {
        assertThatThrownBy(() -> difference(1, 9))
                .isInstanceOf(NotPublished.class)
                .hasMessage("2026-10 has no version 9.");
        assertThatThrownBy(() -> organisation.as("manager", () -> publications.differences(close, 1, 2, "x", 10)))
                .isInstanceOf(MalformedCursor.class);
    }

    private ResultActions ask(String path, String accept) throws Exception {
        return http.perform(get("/api/v1/closes/2026-10/difference" + path)
                .accept(accept)
                .with(httpBasic(organisation.login("manager"), GivenOrganisation.PASSWORD)));
    }

    @Test
    void over_rest_with_the_steps_that_lead_from_one_nrr_to_the_other() throws Exception {
        ask("?from=1&to=2", "application/json")
                .andExpect(status().isOk())
                .andExpect(content().json("""
                {"period": "2026-10", "from": {"version": 1, "status": "PROVISIONAL"}, "to": {"version": 2},
                 "currency": "USD", "movements": 3,
                 "lines": {"expansion": {"from": "300.00", "to": "100.00", "change": "-200.00"}},
                 "nrr": {"from": "1.057143", "to": "1.033333", "change": "-0.023810"},
                 "nrrSteps": {"opening": "0.009524", "expansion": "-0.066667", "contraction": "0.033333"}}
                """));
        ask("/accounts?from=1&to=2&limit=1", "application/json")
                .andExpect(jsonPath("$.items[0].account").value("=x"))
                .andExpect(jsonPath("$.items[0].from").doesNotExist())
                .andExpect(jsonPath("$.items[0].effects.new").value("30.00"))
                .andExpect(jsonPath("$.next").isNotEmpty());
        ask("/accounts?from=1&to=2&limit=1&cursor=%3F", "application/json").andExpect(status().isBadRequest());
    }

    @Test
    void as_a_table_that_no_spreadsheet_runs() throws Exception {
        var table = ask("/accounts?from=1&to=2", "text/csv")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(table.lines()).hasSize(4);
        assertThat(table.lines().skip(1).findFirst().orElseThrow())
                .isEqualTo("'=x,'=x,,,,,,,,0,30,0,NEW,,,0,30,0,0,0,0,0,30");
        assertThat(table)
                .contains("s1,s1,,500,400,0,CONTRACTION,,,500,400,0,CONTRACTION,,Internal,-500,0,0,0,-100,0,0,-400");
    }
}
