package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is wrong with a close's exchange rates. */
@Component
class RateExceptions {

    /** Currencies that any leg of the close uses and no rate is there for. */
    private static final String MISSING = """
            select used.currency
            from (select currency from opening_line where close_id = :close
                  union select currency from billing_row where close_id = :close
                  union select currency from line_event where period = :period
                  union select currency from ledger_row where period = :period
                  union select currency from retained_row where close_id = :close) used
            where used.currency <> :reporting
              and not exists (select from rate r where r.close_id = :close and r.currency = used.currency)
            order by used.currency
            """;

    /**
     * Currencies that open at another rate than the period before closed at, where both report exchange rates as they were. Then the
     * opening is not what was reported as the closing, and no bridge line would say why.
     */
    private static final String BROKEN = """
            select now.currency, b.period, before.closing, now.opening
            from close c
            join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version and p.fx = 'AS_REPORTED'
            cross join lateral (select * from close b where b.organisation = c.organisation and b.starts_on < c.starts_on
                                order by b.starts_on desc limit 1) b
            join metric_policy q on q.organisation = b.organisation and q.version = b.policy_version and q.fx = 'AS_REPORTED'
                and q.reporting_currency = p.reporting_currency
            join rate before on before.close_id = b.id
            join rate now on now.close_id = c.id and now.currency = before.currency and now.opening <> before.closing
            where c.id = :close and exists (select from opening_line l where l.close_id = c.id and l.currency = now.currency)
            order by now.currency
            """;

    private final JdbcClient jdbc;

    RateExceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sentences, one a currency. */
    List<String> of(Close close, String reporting) {
        var sentences = new ArrayList<String>();
        jdbc.sql(MISSING)
                .params(Map.of("close", close.key(), "period", close.period(), "reporting", reporting))
                .query(String.class)
                .list()
                .forEach(currency ->
                        sentences.add("There is no exchange rate from " + currency + " into " + reporting + "."));
        jdbc.sql(BROKEN)
                .param("close", close.key())
                .query((row, number) -> "The opening rate of " + row.getString("currency") + " is "
                        + plain(row.getBigDecimal("opening")) + ", and " + row.getString("period") + " closed at "
                        + plain(row.getBigDecimal("closing"))
                        + ": what was reported as its closing would open as another amount. Replace the rates.")
                .list()
                .forEach(sentences::add);
        return sentences;
    }

    private static String plain(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }
}
