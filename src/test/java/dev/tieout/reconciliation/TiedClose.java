package dev.tieout.reconciliation;

import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.terms.Period;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A close whose rows a test writes itself, as imports and classification would have left them: USD, tolerance 0.01, 1.00 in total.
 * Accounts agree in all legs until the test says otherwise.
 */
public final class TiedClose {

    /** SHA-256 over nothing: the movements open with amounts, and no line stands behind them. */
    public static final String NO_OPENING_LINES = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String SOURCE = """
            insert into source (organisation, close_id, kind, profile, file_name, sha256, bytes, rows, accepted, duplicates, rejected, late,
                                control_totals, state, imported_by, imported_at)
            values (current_organisation(), :close, :kind, 'generic', 'file.csv', encode(sha256(:kind::bytea), 'hex'), 1, 1, 1, 0, 0, 0,
                    '{}', 'ACCEPTED', 'analyst', now()) returning id
            """;

    private static final String MOVED = """
            insert into movement (organisation, close_id, account, shard, opening, closing, gross_up, gross_down, status, class,
                                  rule_table, rule_version, rule_row, review, attributes, rule_class)
            select current_organisation(), :close, :account, 0, :opening, :closing, greatest(:closing - :opening, 0),
                   greatest(:opening - :closing, 0), 'ACTIVE', c, 'movement-classification', 1, 1, false,
                   jsonb_build_object('segment', :segment::text, 'region', :region::text), c
            from (select case when :opening = 0 then 'NEW' when :closing = 0 then 'CHURN' when :closing > :opening then 'EXPANSION'
                              when :closing < :opening then 'CONTRACTION' else 'RENEWAL' end as c) decided
            """;

    private static final String FIGURES = """
            insert into figure
            select current_organisation(), :close, case when grouping(segment) = 0 then 'segment' else '' end,
                   coalesce(segment, ''), sum(opening), sum(case when class = 'NEW' then closing else 0 end), 0,
                   sum(case when class = 'EXPANSION' then closing - opening else 0 end),
                   sum(case when class = 'CONTRACTION' then opening - closing else 0 end),
                   sum(case when class = 'CHURN' then opening else 0 end), 0, sum(closing),
                   count(*) filter (where opening > 0), count(*) filter (where opening > 0 and closing > 0),
                   count(*) filter (where class = 'NEW'), 0, count(*) filter (where class = 'EXPANSION'),
                   count(*) filter (where class = 'CONTRACTION'), count(*) filter (where class = 'CHURN'),
                   count(*) filter (where excluded)
            from (select excluded_by is not null as excluded, attributes ->> 'segment' as segment,
                         case when excluded_by is null then opening else 0 end as opening,
                         case when excluded_by is null then closing else 0 end as closing,
                         case when excluded_by is null then class end as class
                  from movement where close_id = :close) m
            group by grouping sets ((), (segment))
            """;

    private final GivenOrganisation organisation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String period;
    private final long closeId;
    private final long source;

    private TiedClose(
            GivenOrganisation organisation,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Closes closes,
            String period) {
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.period = period;
        this.closeId = organisation
                .as("analyst", () -> closes.open(Period.parse(period)))
                .key();
        organisation.asSystem(() -> closes.cohortFrozen(closeId, NO_OPENING_LINES));
        run(() -> source("OPENING"));
        run(() -> source("BILLING"));
        this.source = run(() -> source("LEDGER"));
    }

    public static TiedClose of(
            GivenOrganisation organisation, JdbcClient jdbc, TransactionTemplate transaction, Closes closes) {
        return new TiedClose(organisation, jdbc, transaction, closes, "2026-10");
    }

    public static TiedClose of(
            GivenOrganisation organisation,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Closes closes,
            String period) {
        return new TiedClose(organisation, jdbc, transaction, closes, period);
    }

    public long id() {
        return closeId;
    }

    public GivenOrganisation organisation() {
        return organisation;
    }

    private <T> T run(Supplier<T> work) {
        return organisation.asSystem(() -> transaction.execute(status -> work.get()));
    }

    /** Runs one statement in a transaction of the organisation; {@code :close} is at hand. */
    public int sql(String statement, Map<String, ?> values) {
        return run(
                () -> jdbc.sql(statement).params(values).param("close", closeId).update());
    }

    /** One value. */
    public <T> T value(String query, Class<T> type) {
        return run(() -> jdbc.sql(query).param("close", closeId).query(type).single());
    }

    private long source(String kind) {
        return jdbc.sql(SOURCE)
                .param("close", closeId)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    /** An account that agrees in billing, ledger and movement. */
    public TiedClose account(String account, String opening, String closing) {
        return billed(account, closing, "USD").posted(account, closing, "USD").moved(account, opening, closing);
    }

    public TiedClose billed(String account, String mrr, String currency) {
        return billed(account, mrr, currency, "ACTIVE");
    }

    public TiedClose billed(String account, String mrr, String currency, String status) {
        sql(
                "insert into billing_row (organisation, close_id, account, mrr, currency, status, source_id, line, product)"
                        + " values (current_organisation(), :close, :account, :mrr, :currency, :status, :source, 2, :currency)",
                Map.of(
                        "account", account,
                        "mrr", new BigDecimal(mrr),
                        "currency", currency,
                        "status", status,
                        "source", source));
        return this;
    }

    public TiedClose posted(String account, String amount, String currency) {
        return posted(account, amount, currency, period, false);
    }

    /** A posting of another period, late when it came with this one's file. */
    public TiedClose posted(String account, String amount, String currency, String in, boolean late) {
        var day = Period.parse(in).lastMonth().atDay(5);
        sql(
                "insert into ledger_row (organisation, period, entry_id, account, posted_on, amount, currency, late, source_id, line)"
                        + " values (current_organisation(), :period, gen_random_uuid()::text, :account, :day, :amount, :currency,"
                        + " :late, :source, 2)",
                Map.of(
                        "period", in,
                        "account", account,
                        "day", day,
                        "amount", new BigDecimal(amount),
                        "currency", currency,
                        "late", late,
                        "source", source));
        return this;
    }

    public TiedClose moved(String account, String opening, String closing) {
        sql(
                MOVED,
                Map.of(
                        "account",
                        account,
                        "opening",
                        new BigDecimal(opening),
                        "closing",
                        new BigDecimal(closing),
                        "segment",
                        account.startsWith("b") ? "big" : "small",
                        "region",
                        account.startsWith("b") ? "north" : "=cmd()"));
        return this;
    }

    public TiedClose retained(String account, String amount, String currency) {
        sql(
                "insert into retained_row (organisation, close_id, account, amount, currency, source_id, line)"
                        + " values (current_organisation(), :close, :account, :amount, :currency, :source, 2)",
                Map.of("account", account, "amount", new BigDecimal(amount), "currency", currency, "source", source));
        return this;
    }

    public TiedClose rate(String currency, String opening) {
        sql(
                "insert into rate (organisation, close_id, currency, opening, closing, source_id, line)"
                        + " values (current_organisation(), :close, :currency, :opening, :opening, :source, 2)",
                Map.of("currency", currency, "opening", new BigDecimal(opening), "source", source));
        return this;
    }

    /** What the ledger says for an account from now on: a replaced file. */
    public TiedClose ledgerSays(String account, String amount) {
        sql(
                "delete from ledger_row where period = '" + period + "' and account = :account",
                Map.of("account", account));
        return posted(account, amount, "USD");
    }

    /** A cell of a reject or a duplicate names the account. */
    public TiedClose rejected(String rowText) {
        sql(
                "insert into source_reject (organisation, source_id, line, column_name, reason, row_text)"
                        + " values (current_organisation(), :source, 9, 'amount', 'no number', :row)",
                Map.of("source", source, "row", rowText));
        return this;
    }

    /** The figures of the movements, in total and by segment. */
    public TiedClose figures() {
        sql(FIGURES, Map.of());
        return this;
    }
}
