package dev.tieout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.closing.Closes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The three legs where exchange rates are reported as they were: billing and movement close at the closing rate. */
@DatabaseTest
class AsReportedTieOutTest {

    private static final String RATE = """
            insert into rate (organisation, close_id, currency, opening, closing, source_id, line)
            select organisation, id, 'EUR', 2, 3, (select max(id) from source), 2 from close where id = :close
            """;

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TiedClose close;

    /** 50 EUR of a1, opened at 2 USD and closed at 3. */
    @BeforeEach
    void open() {
        close = TiedClose.of(given.organisation(), jdbc, new TransactionTemplate(transactions), closes);
        close.sql("update metric_policy set fx = 'AS_REPORTED'", Map.of());
        close.sql(RATE, Map.of());
        close.billed("a1", "50", "EUR").moved("a1", "100", "150");
    }

    private List<Variance> variances() {
        close.organisation().asSystem(() -> reconciliation.reconcile(close.id()));
        return close.organisation().as("manager", () -> reconciliation.variances(close.id(), 0, 100));
    }

    @Test
    void a_foreign_line_ties_out_at_what_it_closed_at() {
        close.posted("a1", "50", "EUR");
        assertThat(variances()).isEmpty();
        assertThat(close.organisation().as("manager", () -> reconciliation.totals(close.id())))
                .anySatisfy(total -> assertThat(total.retained()).isEqualByComparingTo("50"));
    }

    @Test
    void a_wrong_posting_is_a_difference_in_the_line_s_own_currency() {
        close.posted("a1", "49", "EUR");
        assertThat(variances()).singleElement().satisfies(variance -> {
            assertThat(variance.amount()).isEqualByComparingTo("1");
            assertThat(variance.currency()).isEqualTo("EUR");
        });
    }

    @Test
    void a_movement_at_the_opening_rate_shows_as_another_balance() {
        close.posted("a1", "50", "EUR")
                .sql("update movement set closing = 100, gross_up = 0 where close_id = :close", Map.of());
        assertThat(variances())
                .singleElement()
                .satisfies(variance -> assertThat(variance.retained()).isEqualByComparingTo("33.3333"));
    }
}
