package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.verification.Verified;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

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
    void metered_lines_that_are_left_out_are_told_of_in_the_receipt() {
        months.policy(organisation, "metered", "OUT");
        var october = months.open(organisation, "2026-10");
        var receipt = october.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
        assertThat(receipt.leftOut()).containsExactly(Map.entry("metered, which the policy leaves out", 1L));
    }
}
