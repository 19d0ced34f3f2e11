package dev.tieout.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenBook.Book;
import dev.tieout.GivenOrganisation;
import dev.tieout.metrics.InvariantBreached.Breach;
import dev.tieout.movements.Movements;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class MetricsTests {

    /** Seed 001: 1,000,000 at open in 100 accounts of five even segments; 10 churn, 20 expand, 5 contract, 7 are new. */
    private static final String HUNDRED_ACCOUNTS = """
            with a as (
                select i, 'A' || lpad(i::text, 3, '0') as account,
                       case when i <= 10 then 2500 when i <= 30 then 10000 when i <= 35 then 12000 when i <= 100 then 11000 end as o,
                       case when i <= 10 then null when i <= 30 then 17500 when i <= 35 then 7000 when i <= 100 then 11000
                            else 5000 end as c
                from generate_series(1, 107) i
            ), known as (
                insert into account (organisation, account, name, attributes)
                select current_organisation(), account, account, jsonb_build_object('segment', 'S' || i % 5, 'market', 'M' || i % 5)
                from a
            ), opened as (
                insert into opening_line (organisation, close_id, account, mrr, currency, status)
                select current_organisation(), ?, account, o, 'USD', 'ACTIVE' from a where o is not null
            )
            insert into billing_row (organisation, close_id, account, mrr, currency, status, source_id, line)
            select current_organisation(), s.close_id, a.account, a.c, 'USD', 'ACTIVE', s.id, a.i + 1
            from a cross join source s where a.c is not null
            """;

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    Movements movements;

    @Autowired
    Metrics metrics;

    GivenOrganisation organisation;

    @BeforeEach
    void an_organisation() {
        organisation = given.organisation();
    }

    @Test
    void the_seed_example_gives_110_and_95_percent_in_total_and_per_slice() {
        var book = open();
        books.sql(organisation, HUNDRED_ACCOUNTS, book.close());
        var total = computed(book);
        assertThat(total.opening()).isEqualByComparingTo("1000000");
        assertThat(total.newAmount()).isEqualByComparingTo("35000");
        assertThat(total.churn()).isEqualByComparingTo("25000");
        assertRatios(total);
        assertThat(total.accounts()).isEqualTo(new Bridge.Accounts(100, 90, 7, 0, 20, 5, 10, 0));
        assertThat(slices(book, "segment")).hasSize(5).allSatisfy(MetricsTests::assertRatios);
        assertThat(slices(book, "market")).hasSize(5).allSatisfy(MetricsTests::assertRatios);
        assertThat(slices(book, "csm")).singleElement().satisfies(MetricsTests::assertRatios);
        assertThat(organisation.as("manager", () -> metrics.dimensions(book.close())))
                .containsExactly("csm", "segment", "start_year");
    }

    private static void assertRatios(Bridge bridge) {
        assertThat(bridge.nrr(false).orElseThrow().decimal()).hasToString("1.100000");
        assertThat(bridge.grr().orElseThrow().decimal()).hasToString("0.950000");
        assertThat(bridge.logoRetention().orElseThrow().decimal()).hasToString("0.900000");
    }

    @Test
    void an_excluded_account_leaves_opening_and_closing_and_is_counted() {
        var book = open().account("A", "100", "120").account("B", "50", null);
        classify(book);
        organisation.as("analyst", () -> movements.exclude(book.close(), "B", "Test account", "Never a customer"));
        var total = compute(book);
        assertThat(total.opening()).isEqualByComparingTo("100");
        assertThat(total.churn()).isZero();
        assertThat(total.accounts().cohort()).isEqualTo(1);
        assertThat(total.accounts().excluded()).isEqualTo(1);
        organisation.as("analyst", () -> movements.include(book.close(), "B", "It is one after all"));
        assertThat(compute(book).churn()).isEqualByComparingTo("50");
    }

    @Test
    void at_line_grain_an_account_counts_once() {
        books.policy(organisation, "grain", "LINE");
        var book = open().account("A", "100", "100")
                .opening("A", "S", "Extra", "50")
                .billing("A", "S", "Extra", "0", "CANCELLED")
                .billing("A", "S", "More", "30", "ACTIVE");
        var total = computed(book);
        assertThat(total.expansion()).isEqualByComparingTo("30");
        assertThat(total.contraction()).isEqualByComparingTo("50");
        assertThat(total.accounts()).isEqualTo(new Bridge.Accounts(1, 1, 0, 0, 1, 1, 0, 0));
    }

    @Test
    void paused_to_nothing_by_policy_contracts_but_does_not_keep_the_logo() {
        books.policy(organisation, "pause", "CONTRACTION");
        var book = open().opening("A", "S", "Core", "100").billing("A", "S", "Core", "100", "PAUSED");
        var total = computed(book);
        assertThat(total.contraction()).isEqualByComparingTo("100");
        assertThat(total.accounts().cohort()).isEqualTo(1);
        assertThat(total.accounts().retained()).isZero();
    }

    @Test
    void the_exchange_rate_is_its_own_line_when_the_policy_says_as_reported() {
        books.policy(organisation, "fx", "AS_REPORTED");
        var total = computed(open().rate("EUR", "1.10", "1.20")
                .opening("A", "S", "Core", "100", "EUR", null, null)
                .billing("A", "S", "Core", "150", "EUR", "ACTIVE", null, null));
        assertThat(total.expansion()).isEqualByComparingTo("55");
        assertThat(total.fx()).isEqualByComparingTo("15");
        assertThat(total.closing()).isEqualByComparingTo("180");
    }

    @Test
    void without_a_cohort_there_is_no_base() {
        var total = computed(open().account("A", null, "100"));
        assertThat(total.nrr(true)).isEmpty();
        assertThat(total.grr()).isEmpty();
        assertThat(total.logoRetention()).isEmpty();
    }

    @Test
    void nothing_at_all_still_gives_a_total() {
        assertThat(computed(open()).closing()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void amounts_that_do_not_add_up_name_the_account() {
        var book = open().account("A", "100", "120").account("B", "100", "100");
        classify(book);
        books.sql(organisation, "update movement set closing = closing + 1 where account = 'A'");
        assertBreach(book, "bridge", "A");
        assertThat(organisation.as("manager", () -> metrics.total(book.close())))
                .isEmpty();
    }

    @Test
    void an_opening_other_than_the_previous_closing_names_the_account() {
        books.open(organisation, "2026-09")
                .account("A", null, "10")
                .published("A", "10")
                .published("B", "7");
        var book = open().account("A", "11", "11").account("B", "7", "7");
        classify(book);
        assertBreach(book, "opening", "A");
    }

    @Test
    void a_class_against_its_amounts_names_the_account() {
        var book = open().account("A", "100", "120").account("B", "100", "100");
        classify(book);
        books.sql(organisation, "update movement set class = 'CONTRACTION', rule_class = class where account = 'A'");
        assertBreach(book, "retention", "A");
    }

    @Test
    void a_movement_without_a_class_names_the_account() {
        var book = open().account("A", "100", "120").account("B", "100", "100");
        classify(book);
        books.sql(organisation, "update movement set class = 'UNCLASSIFIED' where account = 'A'");
        assertBreach(book, "class", "A");
        books.sql(organisation, "update movement set class = 'EXPANSION', rule_row = 0 where account = 'A'");
        assertBreach(book, "class", "A");
    }

    @Test
    void a_source_row_without_a_movement_names_the_account() {
        var book = open().account("A", "100", "120");
        classify(book);
        book.billing("B", "S", "Core", "5", "ACTIVE");
        assertBreach(book, "sources", "B");
    }

    @Test
    void a_movement_without_source_rows_names_the_account() {
        var book = open().account("A", "100", "120").account("B", "1", "1");
        classify(book);
        books.sql(organisation, "delete from billing_row where account = 'A'");
        assertBreach(book, "sources", "A");
    }

    @Test
    void no_more_than_twenty_accounts_are_named() {
        var book = open();
        books.sql(organisation, HUNDRED_ACCOUNTS, book.close());
        classify(book);
        books.sql(organisation, "delete from movement");
        assertThatThrownBy(() -> compute(book)).isInstanceOfSatisfying(InvariantBreached.class, breached -> {
            assertThat(breached.breaches())
                    .singleElement()
                    .satisfies(breach -> assertThat(breach.accounts()).hasSize(20));
            assertThat(breached.sentences()).contains("and others");
        });
    }

    private void assertBreach(Book book, String invariant, String account) {
        assertThatThrownBy(() -> compute(book)).isInstanceOfSatisfying(InvariantBreached.class, breached -> {
            assertThat(breached.breaches()).extracting(Breach::invariant).contains(invariant);
            assertThat(breached.breaches())
                    .allSatisfy(breach -> assertThat(breach.accounts()).containsExactly(account));
        });
    }

    private Book open() {
        return books.open(organisation, "2026-10");
    }

    private void classify(Book book) {
        organisation.asSystem(() -> movements.classify(book.close(), 0, 1));
    }

    private Bridge compute(Book book) {
        return organisation.asSystem(() -> metrics.compute(book.close()));
    }

    private Bridge computed(Book book) {
        classify(book);
        return compute(book);
    }

    private List<Bridge> slices(Book book, String dimension) {
        return organisation.as("manager", () -> metrics.slices(book.close(), dimension));
    }
}
