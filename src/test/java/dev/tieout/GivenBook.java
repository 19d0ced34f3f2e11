package dev.tieout;

import dev.tieout.closing.Closes;
import dev.tieout.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The rows that a test's close begins with, put into the tables directly, without files. */
@TestComponent
public class GivenBook {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Closes closes;

    GivenBook(JdbcClient jdbc, TransactionOperations transactions, Closes closes) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.closes = closes;
    }

    /** Changes a choice of the organisation's only policy version: a column and its new value. */
    public void policy(GivenOrganisation organisation, String column, @Nullable Object value) {
        sql(organisation, "update metric_policy set " + column + " = ?", value);
    }

    /** Opens a period for rows to be put into. */
    public Book open(GivenOrganisation organisation, String period) {
        long close = organisation
                .as("analyst", () -> closes.open(Period.parse(period)))
                .key();
        var source = organisation.asSystem(() -> transactions.execute(
                status -> jdbc.sql("""
                        insert into source (organisation, close_id, kind, profile, file_name, sha256, bytes, rows, accepted,
                            duplicates, rejected, late, control_totals, state, imported_by, imported_at)
                        values (current_organisation(), ?, 'BILLING', 'generic-snapshot', 'billing.csv', repeat('0', 64), 0, 0, 0,
                            0, 0, 0, '{}', 'ACCEPTED', 'given', now())
                        returning id
                        """).param(close).query(Long.class).single()));
        return new Book(this, organisation, close, source == null ? 0 : source);
    }

    /** Runs a statement in the organisation, as the application's own role. */
    public int sql(GivenOrganisation organisation, String sql, @Nullable Object... params) {
        List<@Nullable Object> list = Arrays.asList(params);
        Integer rows = organisation.asSystem(
                () -> transactions.execute(status -> jdbc.sql(sql).params(list).update()));
        return rows == null ? 0 : rows;
    }

    /** The rows of one close. Amounts are in USD unless said otherwise. */
    public static final class Book {

        private final GivenBook tables;
        private final GivenOrganisation organisation;
        private final long close;
        private final long source;
        private int line = 1;

        private Book(GivenBook tables, GivenOrganisation organisation, long close, long source) {
            this.tables = tables;
            this.organisation = organisation;
            this.close = close;
            this.source = source;
        }

        public long close() {
            return close;
        }

        public GivenOrganisation organisation() {
            return organisation;
        }

        /** An account of one line at both ends; null leaves an end out. */
        public Book account(String account, @Nullable String opening, @Nullable String closing) {
            if (opening != null) {
                opening(account, "S", "Core", opening);
            }
            return closing == null ? this : billing(account, "S", "Core", closing, "ACTIVE");
        }

        public Book opening(String account, String subscription, String product, String mrr) {
            return opening(account, subscription, product, mrr, "USD", null, null);
        }

        public Book opening(
                String account,
                String subscription,
                String product,
                String mrr,
                String currency,
                @Nullable Integer quantity,
                @Nullable String discount) {
            tables.sql(
                    organisation,
                    """
                    insert into opening_line values (current_organisation(), ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?)
                    """,
                    close,
                    account,
                    subscription,
                    product,
                    new BigDecimal(mrr),
                    currency,
                    quantity,
                    amount(discount),
                    source,
                    ++line);
            return this;
        }

        public Book billing(String account, String subscription, String product, String mrr, String status) {
            return billing(account, subscription, product, mrr, "USD", status, null, null);
        }

        public Book billing(
                String account,
                String subscription,
                String product,
                String mrr,
                String currency,
                String status,
                @Nullable Integer quantity,
                @Nullable String discount) {
            tables.sql(
                    organisation,
                    """
                    insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status,
                        quantity, discount, source_id, line)
                    values (current_organisation(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    close,
                    account,
                    subscription,
                    product,
                    new BigDecimal(mrr),
                    currency,
                    status,
                    quantity,
                    amount(discount),
                    source,
                    ++line);
            return this;
        }

        public Book rate(String currency, String opening, String closing) {
            tables.sql(
                    organisation,
                    "insert into rate values (current_organisation(), ?, ?, ?, ?, ?, ?)",
                    close,
                    currency,
                    new BigDecimal(opening),
                    new BigDecimal(closing),
                    source,
                    ++line);
            return this;
        }

        /** What the accounts file says; attributes as a JSON object. */
        public Book known(
                String account, @Nullable LocalDate firstActive, @Nullable LocalDate churned, String attributes) {
            tables.sql(
                    organisation,
                    "insert into account values (current_organisation(), ?, ?, null, ?, ?, ?, ?::jsonb)",
                    account,
                    "Account " + account,
                    firstActive,
                    firstActive,
                    churned,
                    attributes);
            return this;
        }

        /** What the publication closed with, as its first version; the close counts as final from here. */
        public Book published(String account, String mrr) {
            tables.sql(organisation, """
                    insert into closing_line values (current_organisation(), ?, 1, ?, 'S', 'Core', ?, 'USD', 'ACTIVE', null, null, false)
                    """, close, account, new BigDecimal(mrr));
            return finished();
        }

        public Book finished() {
            tables.sql(organisation, "update close set state = 'FINAL', published = true where id = ?", close);
            return this;
        }

        private static @Nullable BigDecimal amount(@Nullable String text) {
            return text == null ? null : new BigDecimal(text);
        }
    }
}
