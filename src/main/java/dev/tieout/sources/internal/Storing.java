package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what was judged, each in one statement: accepted rows by kind, duplicates, rejects. */
@Component
class Storing {

    /** The opening cohort's lines; a line that carries no recurring revenue opens nothing. */
    private static final String OPENING = """
            insert into opening_line (organisation, close_id, account, subscription, product, mrr, currency, status, quantity,
                                      discount, source_id, line)
            select current_organisation(), :close, account, subscription, product, amount, currency, status, quantity,
                   discount, :source, row_line
            from judged where fate = 'ACCEPTED' and recognised_mrr(amount, status, :pause) > 0
            """;

    /** The closing snapshot's lines, as billed. */
    private static final String BILLING = """
            insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, quantity,
                                     discount, source_ref, posted_at, source_id, line)
            select current_organisation(), :close, account, subscription, product, amount, currency, status, quantity,
                   discount, reference, posted_at, :source, row_line
            from judged where fate = 'ACCEPTED'
            """;

    /** Postings, the late ones under the period that they wait for. */
    private static final String LEDGER = """
            insert into ledger_row (organisation, period, entry_id, account, posted_on, amount, currency, gl_account, late,
                                    source_id, line)
            select current_organisation(), belongs_to, reference, account, posted_on, amount, currency, gl_account,
                   fate = 'LATE', :source, row_line
            from judged where fate in ('ACCEPTED', 'LATE')
            """;

    /** Balances of another system. */
    private static final String RETAINED = """
            insert into retained_row (organisation, close_id, account, amount, currency, source_id, line)
            select current_organisation(), :close, account, amount, currency, :source, row_line
            from judged where fate = 'ACCEPTED'
            """;

    /** Rates of the close. */
    private static final String RATES = """
            insert into rate (organisation, close_id, currency, opening, closing, source_id, line)
            select current_organisation(), :close, currency, opening_rate, closing_rate, :source, row_line
            from judged where fate = 'ACCEPTED'
            """;

    /** Accounts, new or updated; a column that the file has not leaves what was known, a blank cell removes it. */
    private static final String ACCOUNTS = """
            insert into account as a (organisation, account, name, parent, started_on, first_active_on, churned_on, attributes,
                                      source_id, line, first_source_id)
            select current_organisation(), j.account, coalesce(j.name, j.account), j.parent, j.started_on, j.first_active_on,
                   j.churned_on, jsonb_strip_nulls(coalesce(e.attributes, '{}') || coalesce(j.attributes, '{}')),
                   :source, j.row_line, :source
            from judged j left join account e on e.account = j.account
            where j.fate = 'ACCEPTED'
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
            insert into source_part (organisation, source_id, line, into_line)
            select current_organisation(), :source, m.row_line, m.into_line
            from merged m join judged j on j.row_line = m.into_line
            where m.row_line <> m.into_line and j.fate = 'ACCEPTED'
            """;

    /** Every problem of every refused row. */
    private static final String REJECTS = """
            insert into source_reject (organisation, source_id, line, column_name, value, reason, row_text)
            select current_organisation(), :source, row_line, problem_column, problem_value, reason, row_text
            from incoming where problem > 0
            """;

    private static final Map<SourceKind, String> STORE = Map.of(
            SourceKind.OPENING, OPENING,
            SourceKind.BILLING, BILLING,
            SourceKind.LEDGER, LEDGER,
            SourceKind.RETAINED, RETAINED,
            SourceKind.ACCOUNTS, ACCOUNTS,
            SourceKind.RATES, RATES);

    private static final List<Field> UPDATABLE =
            List.of(Field.NAME, Field.PARENT, Field.STARTED_ON, Field.FIRST_ACTIVE_ON, Field.CHURNED_ON);

    /** From so many rows on, what comes next is planned on statistics that know them: the server's own come a minute too late. */
    private static final int LARGE = 10_000;

    private final JdbcClient jdbc;

    Storing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the judged rows of a source.
     *
     * @param present the fields that the file's columns fill
     * @param pause the policy's treatment of paused lines, which decides whether one opens
     */
    void store(SourceKind kind, long closeId, long sourceId, Set<Field> present, String pause) {
        var store = Objects.requireNonNull(STORE.get(kind));
        int stored = jdbc.sql(kind == SourceKind.ACCOUNTS ? store.formatted(updates(present)) : store)
                .params(Map.of("close", closeId, "source", sourceId, "pause", pause))
                .update();
        if (stored > LARGE) {
            jdbc.sql("analyze " + Target.of(kind).table()).update();
        }
        jdbc.sql(DUPLICATES).param("source", sourceId).update();
        jdbc.sql(PARTS).param("source", sourceId).update();
        jdbc.sql(REJECTS).param("source", sourceId).update();
    }

    private static String updates(Set<Field> present) {
        return UPDATABLE.stream()
                .filter(present::contains)
                .map(field -> ", " + field.column() + " = excluded." + field.column())
                .collect(Collectors.joining());
    }
}
