package dev.tieout.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in major units with its ISO 4217 currency. Stored with up to four decimals ({@code numeric(19,4)}); shown with the
 * currency's own number of decimals, rounded HALF_EVEN only there.
 */
public record Money(BigDecimal amount, String currency) {

    /** Decimals kept for an amount before it is shown. */
    public static final int SCALE = 4;

    /** Amounts of this size and above are refused at the edge. */
    public static final BigDecimal LIMIT = new BigDecimal("1000000000000000");

    /** The amount alone, with the currency's decimals and no grouping: {@code 1234.50}. */
    public String text() {
        return amount.setScale(decimals(currency), RoundingMode.HALF_EVEN).toPlainString();
    }

    /** ISO 4217 minor-unit digits; 2 for codes without any. */
    public static int decimals(String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return digits < 0 ? 2 : digits;
    }
}
