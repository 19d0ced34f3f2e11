package dev.tieout.bench.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The baselines: each step of a close in as few bare SQL statements as it takes, over the same rows, into tables with the columns,
 * constraints and indexes of Tieout's own and no row-level security. They know one currency, one rule for everybody and no decisions of
 * people; they keep no evidence, no trail and no reasons.
 */
@Component
@Profile("bench")
class PlainClose {

    private static final Map<BookFile, String> RAW = Map.of(
            BookFile.ACCOUNTS,
            "account text, name text, parent text, started_on date, first_active_on date, churned_on date, segment text, csm text",
            BookFile.BILLING,
            "account text, subscription text, product text, period text, mrr numeric, currency text, status text,"
                    + " source_ref text, posted_at timestamptz",
            BookFile.LEDGER,
            "entry_id text, account text, posted_on date, amount numeric, currency text, gl_account text",
            BookFile.RETAINED,
            "account text, amount numeric, currency text");

    private static final Map<BookFile, String> INSERTS =
            Map.of(BookFile.ACCOUNTS, """
            insert into bench.account (organisation, account, name, parent, started_on, first_active_on, churned_on, attributes)
            select 'bench', account, name, parent, started_on, first_active_on, churned_on,
                   jsonb_build_object('segment', segment, 'csm', csm)
            from raw
            on conflict (organisation, account) do update set name = excluded.name, attributes = excluded.attributes
            """, BookFile.BILLING, """
            insert into bench.billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, source_ref,
                                           posted_at, source_id, line)
            select 'bench', :close, account, subscription, product, mrr, currency, upper(status), source_ref, posted_at, :close, 0
            from raw
            """, BookFile.LEDGER, """
            insert into bench.ledger_row (organisation, period, entry_id, account, posted_on, amount, currency, gl_account, source_id,
                                          line)
            select 'bench', ':period', entry_id, account, posted_on, amount, currency, gl_account, :close, 0 from raw
            """, BookFile.RETAINED, """
            insert into bench.retained_row (organisation, close_id, account, amount, currency, source_id, line)
            select 'bench', :close, account, amount, currency, :close, 0 from raw
            """);

    private static final String FREEZE = """
            insert into bench.opening_line (organisation, close_id, account, subscription, product, mrr, currency, status)
            select organisation, :close, account, subscription, product, mrr, currency, status
            from closing_line where close_id = :previous and version = 2
            """;

    private static final String RECURRING =
            "case when status in ('ACTIVE', 'PAST_DUE', 'RENEWAL_PENDING') then mrr else 0 end";

    /** Opening beside closing, summed by account, and a class by comparing the two. */
    private static final String CLASSIFY = """
            insert into bench.movement (organisation, close_id, account, shard, opening, closing, gross_up, gross_down, status, class,
                                        rule_table, rule_version, rule_row, review, attributes, rule_class)
            with line as (
                select account, coalesce(o.mrr, 0) as opening, coalesce(b.mrr, 0) as closing
                from (select account, subscription, product, mrr from opening_line where close_id = :close) o
                full join (select account, subscription, product, RECURRING as mrr from billing_row
                           where close_id = :close and not late) b using (account, subscription, product)
            ), unit as (
                select account, sum(opening) as opening, sum(closing) as closing, sum(greatest(closing - opening, 0)) as up,
                       sum(greatest(opening - closing, 0)) as down
                from line group by account having sum(opening) > 0 or sum(closing) > 0
            ), told as (
                select u.*, case when opening = 0 and exists (select from opening_line e where e.close_id < :close
                                                              and e.account = u.account) then 'REACTIVATION'
                                 when opening = 0 then 'NEW' when closing = 0 then 'CHURN' when closing > opening then 'EXPANSION'
                                 when closing < opening then 'CONTRACTION' else 'RENEWAL' end as class
                from unit u
            )
            select 'bench', :close, t.account, 0, opening, closing, up, down, 'ACTIVE', class, 'bare', 1, 1, false,
                   coalesce(a.attributes, '{}'), class
            from told t left join account a on a.organisation = ':organisation' and a.account = t.account
            """.replace("RECURRING", RECURRING);

    private static final String COMPUTE = """
            select count(*) from (
                select class, attributes ->> 'segment', attributes ->> 'csm', attributes ->> 'start_year', sum(opening), sum(closing),
                       count(*)
                from movement where close_id = :close and excluded_by is null
                group by grouping sets ((class), (class, attributes ->> 'segment'), (class, attributes ->> 'csm'),
                                        (class, attributes ->> 'start_year'))
            ) figure
            """;

    private static final String RECONCILE = """
            with billed as (select account, currency, sum(RECURRING) as amount from billing_row where close_id = :close and not late
                            group by account, currency),
                 posted as (select account, currency, sum(amount) as amount from ledger_row
                            where organisation = ':organisation' and period = ':period' group by account, currency),
                 retained as (select account, currency, amount from retained_row where close_id = :close)
            select sum(b.amount), sum(l.amount), sum(r.amount),
                   count(*) filter (where greatest(coalesce(b.amount, 0), coalesce(l.amount, 0), coalesce(r.amount, 0))
                                          - least(coalesce(b.amount, 0), coalesce(l.amount, 0), coalesce(r.amount, 0)) > 0.01)
            from billed b full join posted l using (account, currency) full join retained r using (account, currency)
            """.replace("RECURRING", RECURRING);

    /** The movements and the balance to open from. */
    private static final String PUBLISH = """
            insert into bench.publication_movement (organisation, publication_id, account, line, opening, closing, gross_up, gross_down,
                                                    fx, class, reason, rule_table, rule_version, rule_row, attributes)
            select 'bench', :number, account, line, opening, closing, gross_up, gross_down, fx, class, reason, rule_table, rule_version,
                   rule_row, attributes
            from movement where close_id = :close;
            insert into bench.closing_line (organisation, close_id, version, account, subscription, product, mrr, currency, status,
                                            excluded)
            select 'bench', :number, 1, account, subscription, product, mrr, currency, status, false
            from billing_row where close_id = :close and RECURRING > 0
            """.replace("RECURRING", RECURRING);

    private static final String ROLL_FORWARD = """
            select sum(c.mrr), sum(m.opening), count(*) filter (where c.mrr is distinct from m.opening)
            from (select account, sum(mrr) as mrr from closing_line where close_id = :previous and version = 2 group by account) c
            full join (select account, opening from movement where close_id = :close) m using (account)
            """;

    private static final String DIFFERENCES = """
            select count(*) from (VERSION 1) f full join (VERSION 2) t using (account, line)
            where (f.opening, f.closing, f.class, f.excluded_by is null) is distinct from (t.opening, t.closing, t.class, t.excluded_by is null)
            """.replace(
                    "VERSION",
                    "select m.* from publication p join publication_movement m on m.publication_id = p.id"
                            + " where p.close_id = :close and p.version =");

    private static final String COUNTS =
            "select class, count(*) from bench.movement where close_id = :close group by class";

    private final BareSql database;

    PlainClose(BareSql database) {
        this.database = database;
    }

    void createTables() throws SQLException {
        database.prepare("create schema bench");
        for (var table : List.of(
                "account",
                "billing_row",
                "ledger_row",
                "retained_row",
                "opening_line",
                "movement",
                "publication_movement",
                "closing_line")) {
            database.prepare("create table bench." + table + " (like public." + table + " including all)");
        }
    }

    /** Takes a file in as psql would: COPY into a temporary table of typed columns, then one INSERT by key. */
    long nanos(BookFile.Written file, Month month) throws SQLException, IOException {
        return database.nanos(session -> {
            session.run("create temp table raw (" + RAW.get(file.what()) + ") on commit drop");
            try (var body = Files.newInputStream(file.path())) {
                session.copy("copy raw from stdin with (format csv, header)", body);
            }
            session.run(month.in(INSERTS.getOrDefault(file.what(), "")));
        });
    }

    /** A step; 0 where bare SQL has nothing to stand beside it. */
    long nanos(CloseStep step, Month month) throws SQLException, IOException {
        var sql = switch (step) {
            case FREEZE -> FREEZE;
            case CLASSIFY -> CLASSIFY;
            case COMPUTE -> COMPUTE;
            case RECONCILE -> RECONCILE;
            case PROVISIONAL, FINAL -> PUBLISH.replace(":number", step == CloseStep.FINAL ? "-:close" : ":close");
            case ROLL_FORWARD -> ROLL_FORWARD;
            case DIFFERENCES -> DIFFERENCES;
            case VALIDATE, ACCOUNTS, BILLING, LEDGER, RETAINED -> null;
        };
        return sql == null ? 0 : database.nanos(session -> session.run(month.in(sql)));
    }

    /** Movements by class, as bare SQL made them. */
    Map<String, Long> counts(Month month) throws SQLException {
        return database.counts(month.in(COUNTS));
    }

    /**
     * What stands in the statements for the month.
     *
     * @param previous the close before; the first measured month has one
     */
    record Month(long close, long previous, String period) {
        String in(String sql) {
            return sql.replace(":close", Long.toString(close))
                    .replace(":previous", Long.toString(previous))
                    .replace(":period", period)
                    .replace(":organisation", OwnClose.COMPANY.toString());
        }
    }
}
