package dev.tieout.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.sources.FileBody;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@DatabaseTest
class CohortTest {

    private static final Period OCTOBER = Period.parse("2026-10");
    private static final String HEADER = "account_id,product,period,mrr,currency,status\n";
    private static final String PUBLISH = """
            insert into publication (organisation, close_id, version, status, currency, published_at, open_variances,
                                     open_variance, stamps)
            values (current_organisation(), ?, ?, 'PROVISIONAL', 'USD', now(), 0, 0, '{}')
            """;
    private static final String EXCLUDE = """
            insert into movement_decision (organisation, close_id, account, kind, comment, person, decided_at)
            values (current_organisation(), ?, ?, 'EXCLUSION', 'a test account', 'someone', now())
            """;

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Sources sources;

    @Autowired
    Cohort cohort;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    GivenOrganisation acme;
    Close october;

    @BeforeEach
    void an_open_first_period() {
        acme = given.organisation();
        october = acme.as("analyst", () -> closes.open(OCTOBER));
    }

    @Test
    void the_first_cohort_is_frozen_once_the_opening_snapshot_is_in() {
        acme.asSystem(() -> cohort.freeze(october.key()));
        assertThat(frozen(october)).isNull();
        receive(
                SourceKind.OPENING,
                "A1,P1,2026-09,100,USD,active\nA2,,2026-09,5,USD,trial\nA3,,2026-09,0,USD,active\n");
        var hash = acme.asSystem(() -> cohort.freeze(october.key()));
        assertThat(frozen(october)).isEqualTo(hash);
        assertThat(acme.asSystem(() -> cohort.freeze(october.key()))).isEqualTo(hash);
        var size = acme.asSystem(() -> cohort.size(october.key()));
        assertThat(size.accounts()).isEqualTo(1);
        assertThat(size.opening()).containsEntry("USD", new BigDecimal("100.0000"));
        receive(SourceKind.OPENING, "A4,,2026-09,7,EUR,active\n");
        assertThat(acme.asSystem(() -> cohort.freeze(october.key()))).isNotEqualTo(hash);
    }

    @Test
    void the_hash_is_of_the_lines_and_not_of_the_order_they_came_in() {
        receive(SourceKind.OPENING, "A1,P1,2026-09,100,USD,active\nB1,,2026-09,5.5,EUR,active\n");
        var other = given.organisation();
        var theirs = other.as("analyst", () -> closes.open(OCTOBER));
        other.as(
                "analyst",
                () -> sources.receive(
                        OCTOBER,
                        SourceKind.OPENING,
                        "generic-snapshot",
                        "f.csv",
                        FileBody.of(HEADER + "B1,,2026-10,5.5000,EUR,active\nA1,P1,2026-10,100.0,USD,active\n")));
        assertThat(other.asSystem(() -> cohort.freeze(theirs.key())))
                .isEqualTo(acme.asSystem(() -> cohort.freeze(october.key())));
    }

    @Test
    void the_next_period_opens_with_what_the_latest_publication_closed_with() {
        receive(
                SourceKind.BILLING,
                "A1,P1,2026-10,100,USD,active\nA1,P2,2026-10,50,USD,cancelled\nA2,,2026-10,20,EUR,past_due\nA3,,2026-10,9,USD,paused\n");
        publish(1);
        receive(SourceKind.BILLING, "A4,,2026-10,30,USD,active\n");
        inDatabase(() -> jdbc.sql(EXCLUDE).params(october.key(), "A4").update());
        publish(2);
        acme.asSystem(() -> closes.entered(october.key(), CloseState.PROVISIONAL, "Published"));
        var november = acme.as("analyst", () -> closes.open(OCTOBER.next()));
        var hash = acme.asSystem(() -> cohort.freeze(november.key()));
        assertThat(frozen(november)).isEqualTo(hash);
        var size = acme.asSystem(() -> cohort.size(november.key()));
        assertThat(size.accounts()).isEqualTo(3);
        assertThat(size.opening())
                .containsEntry("USD", new BigDecimal("130.0000"))
                .containsEntry("EUR", new BigDecimal("20.0000"));
        assertThat(acme.asSystem(() -> cohort.freeze(november.key()))).isEqualTo(hash);
        assertThat(excludedClosingLines()).isEqualTo(1);
    }

    private void publish(int version) {
        inDatabase(() -> jdbc.sql(PUBLISH).params(october.key(), version).update());
        acme.asSystem(() -> cohort.keepClosing(october.key(), version));
        acme.asSystem(() -> cohort.keepClosing(october.key(), version));
    }

    private long excludedClosingLines() {
        return inDatabase(() -> jdbc.sql("select count(*) from closing_line where excluded")
                .query(Integer.class)
                .single());
    }

    private @Nullable String frozen(Close close) {
        return acme.asSystem(() -> closes.withKey(close.key())).cohortHash();
    }

    private void receive(SourceKind kind, String rows) {
        acme.as(
                "analyst",
                () -> sources.receive(OCTOBER, kind, "generic-snapshot", "f.csv", FileBody.of(HEADER + rows)));
    }

    private int inDatabase(Supplier<Integer> statement) {
        return acme.asSystem(() -> transactions.execute(status -> statement.get()));
    }
}
