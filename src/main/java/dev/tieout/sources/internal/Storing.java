package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.sources.SourceKind;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores a file's rows, each sort in one statement: first the first row of each key by kind, as {@code firsts}; then, when all are judged,
 * duplicates and rejects.
 */
@Component
class Storing {

    /** The opening cohort's lines; a line that carries no recurring revenue opens nothing. */
    private static final String OPENING = """
            insert into opening_line (organisation, close_id, account, subscription, product, mrr, currency, status, quantity,
                                      discount, source_id, line)
            select current_organisation(), :close, account, subscription, product, amount, currency, status, quantity,
                   discount, :source, row_line
            from firsts where recognised_mrr(amount, status, :pause) > 0
            """;

    /** The closing snapshot's lines, as billed. */
    private static final String BILLING = """
            insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, quantity,
                                     discount, source_ref, posted_at, placed_value, source_id, line)
            select current_organisation(), :close, account, subscription, product, amount, currency, status, quantity,
                   discount, reference, posted_at, placed_value, :source, row_line
            from firsts
            """;

    /** Rows posted after the cutoff, whole; they wait for a later close. */
    private static final String LATE = """
            insert into late_posting (organisation, close_id, source_id, line, account, subscription, product, amount, currency,
                                      status, quantity, discount, source_ref, posted_at, placed_value, belongs_to, is_change)
            select current_organisation(), :close, :source, row_line, account, subscription, product, amount, currency, status,
                   quantity, discount, reference, posted_at, placed_value, belongs_to, :change
            from judged where fate = 'LATE'
            """;

    /** Postings, the late ones under the period that they wait for. */
    private static final String LEDGER = """
            insert into ledger_row (organisation, period, entry_id, account, posted_on, amount, currency, gl_account, late,
                                    posted_at, placed_value, source_id, line)
            select current_organisation(), belongs_to, reference, account, posted_on, amount, currency, gl_account,
                   late, posted_at, placed_value, :source, row_line
            from firsts
            """;

    /** Balances of another system. */
    private static final String RETAINED = """
            insert into retained_row (organisation, close_id, account, amount, currency, source_id, line)
            select current_organisation(), :close, account, amount, currency, :source, row_line
            from firsts
            """;

    /** Rates of the close. */
    private static final String RATES = """
            insert into rate (organisation, close_id, currency, opening, closing, source_id, line)
            select current_organisation(), :close, currency, opening_rate, closing_rate, :source, row_line
            from firsts
            """;

    /** Accounts, new or updated; a column that the file has not leaves what was known, a blank cell removes it. */
    private static final String ACCOUNTS = """
            insert into account as a (organisation, account, name, parent, started_on, first_active_on, churned_on, attributes,
                                      source_id, line, first_source_id)
            select current_organisation(), j.account, coalesce(j.name, j.account), j.parent, j.started_on, j.first_active_on,
                   j.churned_on, jsonb_strip_nulls(coalesce(e.attributes, '{}') || coalesce(j.attributes, '{}')),
                   :source, j.row_line, :source
            from firsts j left join account e on e.account = j.account
            on conflict (organisation, account) do update
            set attributes = excluded.attributes, source_id = excluded.source_id, line = excluded.line%s
            """;

    /** Rows that a duplicate guard held back, with the row that was first. */
    private static final String DUPLICATES = """
            insert into source_duplicate (organisation, source_id, line, key, first_source, first_line)
            select current_organisation(), :source, row_line, key, first_source, first_line
            from judged where fate = 'DUPLICATE'
            union all
            select current_organisation(), :source, m.row_line, j.key, j.first_source, j.first_line
            from merged m join judged j on j.row_line = m.into_line
            where m.row_line <> m.into_line and j.fate = 'DUPLICATE'
            """;

    /** Rows that another row's line is the sum of. */
    private static final String PARTS = """
            insert into source_part (organisation, source_id, line, into_line, amount)
            select current_organisation(), :source, m.row_line, m.into_line, i.amount
            from merged m
            join judged j on j.row_line = m.into_line
            join incoming i on i.row_line = m.row_line
            where m.row_line <> m.into_line and j.fate = 'ACCEPTED'
            """;

    /** Every problem of every refused row. */
    private static final String REJECTS = """
            insert into source_reject (organisation, source_id, line, column_name, value, reason, row_text, amount, currency)
            select current_organisation(), :source, row_line, problem_column, problem_value, reason, row_text,
                   case when problem = 1 then amount end, case when problem = 1 then currency end
            from incoming where problem > 0
            """;

    /** What an opening file says of lines that carry no recurring revenue and have not ended: what their first event begins from. */
    private static final String DORMANT = """
            insert into dormant_line (organisation, close_id, version, account, subscription, product, mrr, currency, status, quantity,
                                      discount, source_id, line)
            select current_organisation(), :close, 0, account, subscription, product, amount, currency, status, quantity, discount,
                   :source, row_line
            from firsts where amount > 0 and is_dormant(status) and recognised_mrr(amount, status, :pause) = 0
            on conflict do nothing
            """;

    /** Where accounts and lines go on. */
    private static final String MOVES = """
            insert into account_move (organisation, effective_from, starts_on, old_account, old_subscription, old_product,
                                      new_account, new_subscription, new_product, old_system, new_system, source_id, line)
            select current_organisation(), effective_from, started_on, account, subscription, product, new_account,
                   new_subscription, new_product, old_system, new_system, :source, row_line
            from firsts
            """;

    private static final Map<SourceKind, String> STORE = Map.of(
            SourceKind.OPENING, OPENING,
            SourceKind.BILLING, BILLING,
            SourceKind.LEDGER, LEDGER,
            SourceKind.RETAINED, RETAINED,
            SourceKind.ACCOUNTS, ACCOUNTS,
            SourceKind.RATES, RATES,
            SourceKind.MIGRATION, MOVES);

    private static final List<Field> UPDATABLE =
            List.of(Field.NAME, Field.PARENT, Field.STARTED_ON, Field.FIRST_ACTIVE_ON, Field.CHURNED_ON);

    /** A quarter of the usual sample: enough to plan on, until the server looks again by itself. */
    private static final String SMALL_SAMPLE = "set local default_statistics_target = 25";

    /** Room for the rows of a large file; a smaller one takes as much as it needs, and it is given back with the transaction. */
    private static final String SORT_IN_MEMORY = "set local work_mem = '192MB'";

    /** From so many rows on, what comes next is planned on statistics that know them: the server's own come a minute too late. */
    private static final int LARGE = 10_000;

    private final JdbcClient jdbc;

    Storing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the first row of each key that nobody has stored yet. Rows go in by their key: where they do not come so, sorting them costs
     * less than inserting a million of them all over an index.
     *
     * @param present the fields that the file's columns fill
     * @param rising whether the rows come in the order of their keys already, and none of them twice
     * @param pause the policy's treatment of paused lines, which decides whether one opens
     * @return how many were stored
     */
    int storeFirsts(Close close, SourceKind kind, long sourceId, Set<Field> present, boolean rising, String pause) {
        var target = Target.of(kind);
        var inFact = Map.of(
                "close",
                close.key(),
                "source",
                sourceId,
                "period",
                close.period(),
                "cutoff",
                Timestamp.from(close.cutoff()),
                "pause",
                pause);
        boolean others = jdbc.sql("select exists (select from %s e where %s)".formatted(target.table(), target.scope()))
                .params(inFact)
                .query(Boolean.class)
                .single();
        var store = Objects.requireNonNull(STORE.get(kind));
        jdbc.sql(SORT_IN_MEMORY).update();
        var firsts = firsts(target, others, rising);
        int stored = jdbc.sql(firsts + (kind == SourceKind.ACCOUNTS ? store.formatted(updates(present)) : store))
                .params(inFact)
                .update();
        if (kind == SourceKind.OPENING) {
            jdbc.sql(firsts + DORMANT).params(inFact).update();
        }
        if (stored > LARGE) {
            jdbc.sql(SMALL_SAMPLE).update();
            // Who waits for a lock here waits for the server's own analysis of the same rows.
            jdbc.sql("analyze (skip_locked) " + target.table()).update();
        }
        return stored;
    }

    /**
     * What came after the cutoff. After judging.
     *
     * @param changes whether a row says by how much its line changed
     */
    void storeLate(Close close, long sourceId, boolean changes) {
        jdbc.sql(LATE)
                .params(Map.of("close", close.key(), "source", sourceId, "change", changes))
                .update();
    }

    /** What the guards held back, which rows went into which, and what was refused. After judging. */
    void storeOthers(long sourceId) {
        jdbc.sql(DUPLICATES).param("source", sourceId).update();
        jdbc.sql(PARTS).param("source", sourceId).update();
        jdbc.sql(REJECTS).param("source", sourceId).update();
    }

    /** The first row of each key, unless the table has that key; {@code late} when it waits for a later period. */
    private static String firsts(Target target, boolean others, boolean rising) {
        return """
            with firsts as (
                select %1$s i.*, %2$s as late
                from incoming i
                where i.problem = 0 and not %3$s%4$s
                %5$s
            )
            """.formatted(
                        rising ? "" : "distinct on (" + target.keyColumns() + ")",
                        target.movedOn(),
                        target.keptOut(),
                        others
                                ? " and not exists (select from %s e where %s and %s)"
                                        .formatted(target.table(), target.scope(), target.sameKey())
                                : "",
                        rising ? "" : "order by " + target.keyColumns() + ", i.row_line");
    }

    private static String updates(Set<Field> present) {
        return UPDATABLE.stream()
                .filter(present::contains)
                .map(field -> ", " + field.column() + " = excluded." + field.column())
                .collect(Collectors.joining());
    }
}
