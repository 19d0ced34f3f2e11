package dev.tieout.reconciliation.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.Aging;
import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.VarianceFilter;
import dev.tieout.reconciliation.Variances;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ManyVariances implements Variances {

    /** What a filter lets through; its values come from {@link #narrowing}. */
    static final String NARROWED = """
            v.close_id = :close and (cardinality(:states::text[]) = 0 or v.state = any (:states::text[]))
            and (:cause = '' or v.cause = :cause)
            and (:owner = '' or v.owner = :owner or :owner = '-' and v.owner is null)
            and (not :overdue or v.state in ('OPEN', 'PROPOSED') and v.due_on < :today)
            """;

    /** Open ones first, then by what they are worth at the opening rate. */
    private static final String OF = VarianceRecords.SELECT
            + "left join rate r on r.close_id = v.close_id and r.currency = v.currency where " + NARROWED + """
            order by v.state in ('OPEN', 'PROPOSED') desc, v.amount * coalesce(r.opening, 1) desc, v.id
            offset :offset limit :limit
            """;

    private static final String COUNT = "select count(*) from variance v where " + NARROWED;

    private static final String OWNERS =
            "select distinct owner from variance where close_id = ? and owner is not null order by owner";

    /** Open variances by how long they have been open; bounds are days, inclusive. */
    private static final String AGED = """
            with aged as (
                select :today - (v.opened_at at time zone :zone)::date as days, v.due_on < :today as overdue,
                       round_half_even(v.amount * case when v.currency = :reporting then 1 else r.opening end, 4) as amount
                from variance v
                left join rate r on r.close_id = v.close_id and r.currency = v.currency
                where v.close_id = :close and v.state in ('OPEN', 'PROPOSED')
            )
            select b.lowest, count(a.days) as count, coalesce(sum(a.amount), 0)::numeric(23, 4) as amount,
                   count(*) filter (where a.overdue) as overdue, coalesce(max(a.days), 0) as oldest
            from unnest(:lowest::int[], :highest::int[]) as b (lowest, highest)
            left join aged a on a.days between b.lowest and b.highest
            group by b.lowest order by b.lowest
            """;

    private static final List<Integer> LOWEST = List.of(0, 3, 8, 31);
    private static final List<Integer> HIGHEST = List.of(2, 7, 30, Integer.MAX_VALUE);

    private final JdbcClient jdbc;
    private final Closes closes;
    private final Policies policies;
    private final BulkSteps steps;
    private final Clock clock;

    ManyVariances(JdbcClient jdbc, Closes closes, Policies policies, BulkSteps steps, Clock clock) {
        this.jdbc = jdbc;
        this.closes = closes;
        this.policies = policies;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Variance> of(long closeId, VarianceFilter filter, int offset, int limit) {
        return jdbc.sql(OF)
                .params(narrowing(closes.withKey(closeId), filter))
                .param("offset", offset)
                .param("limit", limit)
                .query(VarianceRecords::variance)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public long count(long closeId, VarianceFilter filter) {
        return jdbc.sql(COUNT)
                .params(narrowing(closes.withKey(closeId), filter))
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> owners(long closeId) {
        return jdbc.sql(OWNERS).param(closeId).query(String.class).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Aging aging(long closeId) {
        var close = closes.withKey(closeId);
        var choices = choices(close);
        var rows = jdbc.sql(AGED)
                .param("close", closeId)
                .param("today", today(choices))
                .param("zone", choices.timeZone())
                .param("reporting", choices.reportingCurrency())
                .param("lowest", LOWEST.toArray(Integer[]::new))
                .param("highest", HIGHEST.toArray(Integer[]::new))
                .query((row, number) -> new Aged(
                        row.getLong("count"),
                        row.getBigDecimal("amount"),
                        row.getLong("overdue"),
                        row.getLong("oldest")))
                .list();
        var buckets = IntStream.range(0, rows.size())
                .mapToObj(place -> new Aging.Bucket(
                        LOWEST.get(place),
                        HIGHEST.get(place),
                        rows.get(place).count(),
                        rows.get(place).amount()))
                .toList();
        return new Aging(
                buckets,
                choices.varianceSlaDays(),
                rows.stream().mapToLong(Aged::overdue).sum(),
                rows.stream().mapToLong(Aged::oldest).max().orElse(0));
    }

    @Override
    public Outcome bulk(long closeId, Selection selection, Step step) {
        // Before any variance, as publishing does: a version and its evidence see all of a step or nothing.
        closes.holdRevision(closeId);
        var close = closes.withKey(closeId);
        var filter = selection instanceof Matching matching ? matching.filter() : VarianceFilter.ALL;
        return steps.take(close, selection, narrowing(close, filter), step, today(choices(close)));
    }

    private Map<String, Object> narrowing(Close close, VarianceFilter filter) {
        var values = new HashMap<String, Object>();
        values.put("close", close.key());
        values.put("states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        values.put("cause", filter.cause() == null ? "" : filter.cause().name());
        values.put("owner", filter.owner() == null ? "" : filter.owner());
        values.put("overdue", filter.overdue());
        values.put("today", today(choices(close)));
        return values;
    }

    private Choices choices(Close close) {
        return policies.version(close.policyVersion()).choices();
    }

    private LocalDate today(Choices choices) {
        return LocalDate.now(clock.withZone(choices.zone()));
    }

    /** One bucket as summed. */
    private record Aged(long count, BigDecimal amount, long overdue, long oldest) {}
}
