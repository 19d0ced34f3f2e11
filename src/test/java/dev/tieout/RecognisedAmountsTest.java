package dev.tieout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RecognisedAmountsTest {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "0.00005, 4, 0.0000",
        "0.00015, 4, 0.0002",
        "0.00025, 4, 0.0002",
        "-0.00005, 4, 0.0000",
        "-0.00015, 4, -0.0002",
        "0.000051, 4, 0.0001",
        "0.0000499999, 4, 0.0000",
        "2.5, 0, 2",
        "3.5, 0, 4",
        "1234567890123.00005, 4, 1234567890123.0000",
        "12, 4, 12.0000"
    })
    void money_is_rounded_half_to_even(BigDecimal amount, int decimals, BigDecimal expected) {
        var rounded = jdbc.sql("select round_half_even(?, ?)")
                .params(amount, decimals)
                .query(BigDecimal.class)
                .single();
        assertThat(rounded).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, CHURN, 10",
        "PAST_DUE, CHURN, 10",
        "RENEWAL_PENDING, CHURN, 10",
        "PAUSED, KEEP, 10",
        "PAUSED, CONTRACTION, 0",
        "PAUSED, CHURN, 0",
        "TRIAL, KEEP, 0",
        "CANCELLED, KEEP, 0",
        "EXPIRED, KEEP, 0",
        "UNPAID, KEEP, 0"
    })
    void a_status_decides_what_a_line_counts_for(String status, String pause, BigDecimal expected) {
        var recognised = jdbc.sql("select recognised_mrr(10, ?, ?)")
                .params(status, pause)
                .query(BigDecimal.class)
                .single();
        assertThat(recognised).isEqualByComparingTo(expected);
    }
}
