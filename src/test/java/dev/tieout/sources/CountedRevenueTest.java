package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.terms.Period;
import dev.tieout.verification.Verified;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the policy counts as revenue: discounts and metered lines, from snapshots and from events. */
@DatabaseTest
@Import(GivenMonths.class)
class CountedRevenueTest {

    private static final String OPENING = """
            account_id,subscription_id,product,period,mrr,currency,status,discount,metered
            Full,S1,Core,2026-09,100,USD,active,0,
            Less,S1,Core,2026-09,80,USD,active,20,
            Stay,S1,Core,2026-09,45,USD,active,5,
            Uses,S1,Api,2026-09,30,USD,active,,true
            """;
    private static final Map<String, String> SHAPES = Map.of("generic-snapshot", """
            account_id,subscription_id,product,period,mrr,currency,status,discount,metered
            Full,S1,Core,2026-10,0,USD,active,100,
            Less,S1,Core,2026-10,110,USD,active,0,
            Stay,S1,Core,2026-10,45,USD,active,5,
            Uses,S1,Api,2026-10,35,USD,active,,true
            """, "generic-events", """
            event_id,account_id,subscription_id,product,event_type,posted_at,mrr_before,mrr_after,currency,status,discount,metered
            E1,Full,S1,Core,coupon,2026-10-03,100,0,USD,active,100,
            E2,Less,S1,Core,coupon ended and price up,2026-10-03,80,110,USD,active,0,
            E3,Uses,S1,Api,usage,2026-10-03,30,35,USD,active,,true
            """);

    @Autowired
    GivenMonths months;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Policies policies;

    @Autowired
    ImportProfiles profiles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @TempDir
    Path directory;

    GivenOrganisation organisation;

    @BeforeEach
    void begin() {
        organisation = months.organisation();
    }

    private GivenMonths.Month october(String profile) {
        var october = months.open(organisation, "2026-10");
        october.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
        october.receive(SourceKind.BILLING, profile, SHAPES.getOrDefault(profile, ""));
        assertThat(october.exceptions()).isEmpty();
        return october.work();
    }

    private static List<String> told(GivenMonths.Month month) {
        return month.movements().stream()
                .map(movement -> "%s %s → %s %s"
                        .formatted(
                                movement.account(),
                                movement.opening().stripTrailingZeros().toPlainString(),
                                movement.closing().stripTrailingZeros().toPlainString(),
                                movement.movementClass()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic-snapshot", "generic-events"})
    void after_discounts_a_coupon_is_a_movement(String profile) {
        assertThat(told(october(profile)))
                .containsExactly(
                        "Full 100 → 0 CHURN",
                        "Less 80 → 110 EXPANSION",
                        "Stay 45 → 45 RENEWAL",
                        "Uses 30 → 35 EXPANSION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic-snapshot", "generic-events"})
    void before_discounts_only_the_price_is_and_metered_lines_may_stay_out(String profile) {
        months.policy(organisation, "discounts", "GROSS");
        months.policy(organisation, "metered", "OUT");
        var october = october(profile);
        assertThat(told(october))
                .containsExactly("Full 100 → 100 RENEWAL", "Less 100 → 110 EXPANSION", "Stay 50 → 50 RENEWAL");
        october.publish();
        assertThat(Verified.of(october.pack(directory)).exit()).isZero();
        var november = months.open(organisation, "2026-11");
        november.receive(SourceKind.BILLING, "generic-events", """
                event_id,account_id,subscription_id,product,posted_at,mrr_before,mrr_after,currency,status,discount
                E9,Full,S1,Core,2026-11-03,0,90,USD,active,0
                """);
        assertThat(november.exceptions()).isEmpty();
        assertThat(told(november.work()))
                .contains("Full 100 → 90 CONTRACTION", "Less 110 → 110 RENEWAL", "Stay 50 → 50 RENEWAL");
    }

    @Test
    void counted_before_discounts_the_legs_still_tie_with_a_ledger_that_posts_after_them() {
        months.policy(organisation, "discounts", "GROSS");
        months.policy(organisation, "tolerance_absolute", 0);
        months.policy(organisation, "tolerance_relative", 0);
        months.policy(organisation, "total_tolerance_absolute", 0);
        var october = months.open(organisation, "2026-10");
        october.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
        october.receive(SourceKind.BILLING, "generic-snapshot", """
                account_id,subscription_id,product,period,mrr,currency,status,discount
                Less,S1,Core,2026-10,80,USD,active,20
                Stay,S1,Core,2026-10,45,USD,active,5
                Full,S1,Core,2026-10,0,USD,active,100
                """);
        october.receive(SourceKind.LEDGER, "generic-ledger", """
                entry_id,account_id,posted_at,amount,currency
                L1,Less,2026-10-31,80,USD
                L2,Stay,2026-10-31,45,USD
                """);
        october.work();
        assertThat(organisation
                        .as("manager", () -> reconciliation.open(october.close()))
                        .count())
                .isZero();
        var total = organisation
                .as("manager", () -> reconciliation.totals(october.close()))
                .getFirst();
        assertThat(total.billing()).isEqualByComparingTo("125");
        assertThat(total.retained()).isEqualByComparingTo("125");
        assertThat(october.bridge().closing()).isEqualByComparingTo("250");
        october.publish();
        assertThat(Verified.of(october.pack(directory)).exit()).isZero();
    }

    @Test
    void metered_lines_that_are_left_out_are_told_of_in_the_receipt() {
        months.policy(organisation, "metered", "OUT");
        var october = months.open(organisation, "2026-10");
        var receipt = october.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
        assertThat(receipt.leftOut()).containsExactly(Map.entry("metered, which the policy leaves out", 1L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NET   | GROSS | Less 80 → 110 EXPANSION   | Stay 45 → 50 EXPANSION
            GROSS | NET   | Less 100 → 90 CONTRACTION | Stay 50 → 45 CONTRACTION
            """)
    void where_another_choice_begins_events_go_on_from_what_was_billed(
            String before, String after, String moved, String stayed) {
        organisation.as(
                "admin", () -> policies.propose(Choices.standard(), Period.parse("2026-11"), "Other discounts"));
        organisation.as("approver", () -> policies.approve(2, "Agreed"));
        choose(1, before);
        choose(2, after);
        var october = months.open(organisation, "2026-10");
        october.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
        october.receive(SourceKind.BILLING, "generic-snapshot", """
                account_id,subscription_id,product,period,mrr,currency,status,discount
                Less,S1,Core,2026-10,80,USD,active,20
                Stay,S1,Core,2026-10,45,USD,active,5
                Try,S1,Core,2026-10,70,USD,trial,10
                """);
        october.work().publish();
        var november = months.open(organisation, "2026-11");
        november.receive(SourceKind.BILLING, "generic-events", """
                event_id,account_id,subscription_id,product,posted_at,mrr_before,mrr_after,currency,status,discount
                E1,Less,S1,Core,2026-11-03,80,90,USD,active,20
                E2,Try,S1,Core,2026-11-04,70,70,USD,active,10
                """);
        assertThat(november.exceptions()).isEmpty();
        assertThat(told(november.work())).contains(moved, stayed);
    }

    @Test
    void a_discount_is_as_monthly_and_as_major_as_the_amount_that_it_is_added_to() {
        months.policy(organisation, "discounts", "GROSS");
        own("""
                {"name": "yearly", "kinds": ["OPENING"], "numbers": {"minorUnits": true}, "columns": [
                {"header": "account", "field": "ACCOUNT", "rule": "ID", "required": true},
                {"header": "price", "field": "AMOUNT", "rule": "AMOUNT", "required": true},
                {"header": "off", "field": "DISCOUNT", "rule": "AMOUNT", "blank": true},
                {"header": "every", "field": "INTERVAL_UNIT", "rule": "ID", "required": true},
                {"header": "currency", "field": "CURRENCY", "rule": "CURRENCY", "required": true}]}
                """);
        var october = months.open(organisation, "2026-10");
        var receipt = october.receive(
                SourceKind.OPENING, "yearly", "account,price,off,every,currency\nYear,120000,24000,year,USD\n");
        assertThat(receipt.controlTotals().values())
                .singleElement()
                .satisfies(totals -> assertThat(totals.accepted()).isEqualByComparingTo("120"));
    }

    @Test
    void an_opening_added_up_from_changes_is_what_was_billed() {
        months.policy(organisation, "discounts", "GROSS");
        own("""
                {"name": "changes", "kinds": ["OPENING"], "events": true, "columns": [
                {"header": "id", "field": "REFERENCE", "rule": "ID", "required": true},
                {"header": "account", "field": "ACCOUNT", "rule": "ID", "required": true},
                {"header": "at", "field": "POSTED_AT", "rule": "INSTANT", "required": true},
                {"header": "change", "field": "CHANGE", "rule": "SIGNED_AMOUNT", "required": true},
                {"header": "off", "field": "DISCOUNT", "rule": "AMOUNT", "blank": true},
                {"header": "currency", "field": "CURRENCY", "rule": "CURRENCY", "required": true}]}
                """);
        var october = months.open(organisation, "2026-10");
        october.receive(SourceKind.OPENING, "changes", """
                id,account,at,change,off,currency
                C1,More,2026-09-03,100,20,USD
                C2,Stay,2026-09-03,45,5,USD
                """);
        october.receive(SourceKind.BILLING, "generic-events", """
                event_id,account_id,posted_at,mrr_before,mrr_after,currency,status,discount
                E1,More,2026-10-03,100,130,USD,active,0
                """);
        assertThat(october.exceptions()).isEmpty();
        assertThat(told(october.work())).containsExactly("More 100 → 130 EXPANSION", "Stay 45 → 45 RENEWAL");
    }

    private void own(String profile) {
        organisation.as("analyst", () -> profiles.save(profile));
    }

    private void choose(int version, String discounts) {
        organisation.asSystem(() ->
                transactions.execute(status -> jdbc.sql("update metric_policy set discounts = ? where version = ?")
                        .params(discounts, version)
                        .update()));
    }
}
