package dev.tieout.backpostings.internal;

import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings.Effect;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.LatePosting.Stream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a note does to the lines of its close. */
@Component
class NoteEffects {

    /**
     * Each line once, as it stands and as it will: the latest of its postings; of a change, what an earlier one says, or what stands, with
     * all changes since. Changes with one name are one. In the order in which the note first names them.
     */
    private static final String LINES = """
            with named as (
                select n.*, coalesce(l.source_ref, n.source || ':' || n.line) as name
                from unnest(:numbers::int[], :sources::bigint[], :lines::bigint[], :accounts::text[], :subscriptions::text[],
                            :products::text[], :amounts::numeric[], :changes::boolean[], :currencies::text[], :statuses::text[],
                            :moments::timestamptz[])
                     as n (number, source, line, account, subscription, product, amount, is_change, currency, status, at)
                left join late_posting l on l.source_id = n.source and l.line = n.line
            ), once as (
                select distinct on (account, subscription, product, name) *
                from named order by account, subscription, product, name, number desc
            ), placed as (
                select o.*, row_number() over (partition by account, subscription, product order by at desc, number desc) as nth from once o
            ), told as (
                select p.*, min(nth) filter (where not is_change) over (partition by account, subscription, product) as said_nth
                from placed p
            ), line as (
                select account, subscription, product, min(number) as place,
                       bool_or(is_change) filter (where nth = 1) as changes,
                       max(amount) filter (where nth = said_nth) as said,
                       coalesce(sum(amount) filter (where is_change and (said_nth is null or nth < said_nth)), 0) as change,
                       max(currency) filter (where nth = 1) as currency,
                       max(status) filter (where nth = 1) as status
                from told group by account, subscription, product
            ), stands as (
                select l.*, p.pause, case when b.account is not null then recognised_mrr(b.mrr, b.status, p.pause) end as before,
                       case when l.changes then greatest(coalesce(l.said, b.mrr, 0) + l.change, 0) else l.said end as says,
                       l.changes and coalesce(l.said, b.mrr, 0) + l.change <= 0 as ends
                from line l
                join close c on c.id = :close
                join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
                left join billing_row b on b.close_id = c.id and b.account = l.account and b.subscription = l.subscription
                    and b.product = l.product
            )
            select account, subscription, product, currency, before,
                   recognised_mrr(says, case when ends then 'CANCELLED' else coalesce(status, 'ACTIVE') end, pause) as after
            from stands order by place
            """;

    private final JdbcClient jdbc;

    NoteEffects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Effect> of(BackPostingNote note) {
        var effects = new ArrayList<Effect>();
        var billed = new ArrayList<LatePosting>();
        for (var record : note.records()) {
            if (record.stream() == null) {
                effects.add(new Effect(
                        record.account(),
                        "Ledger entry " + record.entry(),
                        null,
                        null,
                        record.amount(),
                        record.currency()));
            } else {
                billed.add(record);
            }
        }
        if (!billed.isEmpty()) {
            effects.addAll(ofLines(note.closeId(), billed));
        }
        return effects;
    }

    private List<Effect> ofLines(long closeId, List<LatePosting> records) {
        return jdbc.sql(LINES)
                .param("close", closeId)
                .param("numbers", numbers(records.size()))
                .param("sources", each(records, LatePosting::source).toArray(Long[]::new))
                .param("lines", each(records, LatePosting::line).toArray(Long[]::new))
                .param("accounts", texts(records, LatePosting::account))
                .param("subscriptions", texts(records, record -> stream(record).subscription()))
                .param("products", texts(records, record -> stream(record).product()))
                .param("amounts", texts(records, record -> record.amount().toPlainString()))
                .param("changes", each(records, LatePosting::isChange).toArray(Boolean[]::new))
                .param("currencies", texts(records, LatePosting::currency))
                .param("statuses", texts(records, record -> Objects.requireNonNullElse(record.status(), "ACTIVE")))
                .param(
                        "moments",
                        texts(
                                records,
                                record -> String.valueOf(Objects.requireNonNullElse(record.at(), Instant.EPOCH))))
                .query((row, number) -> {
                    var before = row.getBigDecimal("before");
                    var after = row.getBigDecimal("after");
                    return new Effect(
                            row.getString("account"),
                            name(row.getString("subscription"), row.getString("product")),
                            before,
                            after,
                            before == null ? after : after.subtract(before),
                            row.getString("currency"));
                })
                .list();
    }

    private static Integer[] numbers(int count) {
        return IntStream.range(0, count).boxed().toArray(Integer[]::new);
    }

    private static <T> List<T> each(List<LatePosting> records, Function<LatePosting, T> what) {
        return records.stream().map(what).toList();
    }

    private static String[] texts(List<LatePosting> records, Function<LatePosting, String> what) {
        return each(records, what).toArray(String[]::new);
    }

    private static Stream stream(LatePosting record) {
        return Objects.requireNonNull(record.stream());
    }

    private static String name(String subscription, String product) {
        return subscription.isEmpty() ? product : subscription + " / " + product;
    }
}
