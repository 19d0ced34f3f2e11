package dev.tieout.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

    @ParameterizedTest
    @CsvSource({
        "1234.5000, USD, 1234.50",
        "2083.3333, EUR, 2083.33",
        "1000.5, JPY, 1000",
        "1001.5, JPY, 1002",
        "1.23450, KWD, 1.234",
        "-0.125, USD, -0.12"
    })
    void an_amount_is_shown_with_its_currencys_decimals(BigDecimal amount, String currency, String text) {
        assertThat(new Money(amount, currency).text()).isEqualTo(text);
    }
}
