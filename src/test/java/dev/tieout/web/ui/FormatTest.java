package dev.tieout.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12345        | USD | 12,345.00 USD
            0.005        | USD | 0.00 USD
            0.015        | USD | 0.02 USD
            -1234.5      | EUR | −1,234.50 EUR
            1234567.4    | JPY | 1,234,567 JPY
            """)
    void money_is_grouped_and_names_its_currency(BigDecimal amount, String currency, String shown) {
        assertThat(Format.money(amount, currency)).isEqualTo(shown);
    }

    @Test
    void a_change_has_its_sign_and_zero_has_none() {
        assertThat(Format.signed(new BigDecimal("25000"), "USD")).isEqualTo("+25,000.00");
        assertThat(Format.signed(new BigDecimal("-25000"), "USD")).isEqualTo("−25,000.00");
        assertThat(Format.signed(BigDecimal.ZERO, "USD")).isEqualTo("0.00");
    }

    @Test
    void a_ratio_without_a_base_says_so_and_never_zero() {
        assertThat(Format.percent(Ratio.of(BigDecimal.TEN, BigDecimal.ZERO))).isEqualTo("no base");
        assertThat(Format.percent(Optional.of(new Ratio(new BigDecimal("110"), new BigDecimal("100")))))
                .isEqualTo("110.00 %");
    }

    @Test
    void a_day_reads_the_same_everywhere() {
        assertThat(Format.day(LocalDate.of(2026, 11, 3))).isEqualTo("3 Nov 2026");
    }
}
