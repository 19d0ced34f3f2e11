package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.evidence.OpenedPack;
import dev.tieout.evidence.format.Manifest;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.Variance;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Period;
import dev.tieout.verification.Verified;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Beside the ledger, which posts what is charged: versions from before that rule, and months in which the policy begins to count otherwise. */
@DatabaseTest
@Import(GivenMonths.class)
class TieOutAfterDiscountsTest {

    private static final String LINES = "account_id,subscription_id,product,period,mrr,currency,status,discount\n";
    private static final String POSTINGS = "entry_id,account_id,posted_at,amount,currency\n";

    @Autowired
    GivenMonths months;

    @Autowired
    GivenBook tables;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Policies policies;

    @TempDir
    Path directory;

    GivenOrganisation organisation;

    @BeforeEach
    void begin() {
        organisation = months.organisation();
    }

    @Test
    void a_version_compared_before_the_rule_is_verified_as_it_was_compared() throws IOException {
        var october = countedBeforeDiscounts();
        comparedAsThePolicyCounts(october);
        october.publish();
        var pack = october.pack(directory);
        assertThat(Verified.of(pack).exit()).isZero();
        assertThat(ofTotals(pack)).doesNotContainKey("billing").containsEntry("period", "2026-10");
    }

    @Test
    void a_version_compared_by_the_rule_says_so_and_is_verified_by_it() throws IOException {
        var october = countedBeforeDiscounts();
        october.publish();
        var pack = october.pack(directory);
        assertThat(Verified.of(pack).exit()).isZero();
        assertThat(ofTotals(pack)).containsEntry("billing", "after discounts");
    }

    @ParameterizedTest
    @CsvSource({"NET, GROSS", "GROSS, NET"})
    void in_the_first_month_of_another_choice_what_the_month_before_posted_ahead_is_still_found(
            String before, String after) {
        organisation.as(
                "admin", () -> policies.propose(Choices.standard(), Period.parse("2026-11"), "Other discounts"));
        organisation.as("approver", () -> policies.approve(2, "Agreed"));
        choose(1, before);
        choose(2, after);
        var october = months.open(organisation, "2026-10");
        october.receive(SourceKind.OPENING, "generic-snapshot", LINES + "Ahead,S1,Core,2026-09,80,USD,active,20\n");
        october.receive(SourceKind.BILLING, "generic-snapshot", LINES + "Ahead,S1,Core,2026-10,80,USD,active,20\n");
        october.receive(SourceKind.LEDGER, "generic-ledger", POSTINGS + "L1,Ahead,2026-10-31,90,USD\n");
        october.work().publish();
        var november = months.open(organisation, "2026-11");
        november.receive(SourceKind.BILLING, "generic-snapshot", LINES + "Ahead,S1,Core,2026-11,90,USD,active,20\n");
        november.receive(SourceKind.LEDGER, "generic-ledger", POSTINGS + "L2,Ahead,2026-11-30,80,USD\n");
        november.work();
        assertThat(organisation.as("manager", () -> reconciliation.variances(november.close(), 0, 10)))
                .filteredOn(variance -> variance.account().equals("Ahead"))
                .extracting(Variance::suggested)
                .containsExactly(VarianceCause.TIMING);
    }

    private void choose(int version, String discounts) {
        tables.sql(organisation, "update metric_policy set discounts = ? where version = ?", discounts, version);
    }

    /** Nothing differs above tolerance: 250 before discounts, 125 after them, and as much in the ledger. */
    private GivenMonths.Month countedBeforeDiscounts() {
        months.policy(organisation, "discounts", "GROSS");
        var october = months.open(organisation, "2026-10");
        october.receive(SourceKind.OPENING, "generic-snapshot", LINES + """
                Less,S1,Core,2026-09,80,USD,active,20
                Stay,S1,Core,2026-09,45,USD,active,5
                Full,S1,Core,2026-09,100,USD,active,0
                """);
        october.receive(SourceKind.BILLING, "generic-snapshot", LINES + """
                Less,S1,Core,2026-10,80,USD,active,20
                Stay,S1,Core,2026-10,45,USD,active,5
                Full,S1,Core,2026-10,0,USD,active,100
                """);
        october.receive(SourceKind.LEDGER, "generic-ledger", POSTINGS + """
                L1,Less,2026-10-31,80,USD
                L2,Stay,2026-10-31,45,USD
                """);
        return october.work();
    }

    /** The totals as a build from before the rule left them. */
    private void comparedAsThePolicyCounts(GivenMonths.Month month) {
        tables.sql(organisation, "delete from tie_out_total where close_id = ?", month.close());
        tables.sql(organisation, """
                insert into tie_out_total (organisation, close_id, currency, accounts, billing, ledger, retained, retained_from, differing,
                                           compared_at, revision)
                select organisation, id, 'USD', 3, 250, 125, 250, 'TIEOUT', 0, now(), revision from close where id = ?
                """, month.close());
    }

    /** What the manifest says that the totals of the tie-out were made with. */
    private static Map<String, String> ofTotals(Path pack) throws IOException {
        return Manifest.read(OpenedPack.of(pack).bytes(Manifest.PATH)).files().stream()
                .filter(item -> item.path().equals("tie-out/totals.csv"))
                .findFirst()
                .orElseThrow()
                .parameters();
    }
}
