package dev.tieout.reconciliation.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.RollForward;
import dev.tieout.reconciliation.RollForward.Kind;
import dev.tieout.reconciliation.RollForward.Previous;
import dev.tieout.reconciliation.RollForward.Step;
import dev.tieout.reconciliation.RollForward.Untied;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rolls the retained balance of a close forward, account by account, in one statement. */
@Repository
class RollForwards {

    private static final String ANY = "select exists (select from movement where close_id = ?)";

    /** The latest version of the period before, and the version that was the latest when this one opened. */
    private static final String PREVIOUS = """
            select p.version, p.currency, p.id,
                   coalesce((select max(o.version) from publication o
                             where o.close_id = p.close_id and o.published_at <= c.opened_at), p.version) as opened_from
            from publication p join close c on c.id = :close
            where p.close_id = :previous
            order by p.version desc limit 1
            """;

    /** Natively equal balances of one account, once at the rate they were published at and once at the rate they open at. */
    private static final String BALANCES = """
            with gone as (
                -- Lines that open under other ids, and accounts of which all lines do under the same.
                select was_account, was_subscription, was_product, account from opening_line
                where close_id = :close and was_account is not null
            ), renamed as (
                select was_account, min(account) as account from gone group by was_account having count(distinct account) = 1
            ), carried as (
                select coalesce(g.account, l.account) as account, bool_or(l.excluded) as excluded,
                       sum(case when l.currency = :reporting then l.mrr else round_half_even(l.mrr * n.opening, 4) end) as now,
                       sum(case when l.currency = :previous_reporting then l.mrr
                                else round_half_even(l.mrr * case when :previously_as_reported then t.closing else t.opening end,
                                                     4) end) as before
                from closing_line l
                left join rate n on n.close_id = :close and n.currency = l.currency
                left join rate t on t.close_id = l.close_id and t.currency = l.currency
                left join gone g on g.was_account = l.account and g.was_subscription = l.subscription and g.was_product = l.product
                where l.close_id = :previous and l.version = :version
                group by 1
            ), carried_then as (
                select coalesce(g.account, l.account) as account,
                       sum(case when l.currency = :reporting then l.mrr else round_half_even(l.mrr * n.opening, 4) end) as now
                from closing_line l
                left join rate n on n.close_id = :close and n.currency = l.currency
                left join gone g on g.was_account = l.account and g.was_subscription = l.subscription and g.was_product = l.product
                where l.close_id = :previous and l.version = :opened_from and :opened_from <> :version
                group by 1
            ), published as (
                select coalesce(n.account, p.account) as account, sum(p.closing) as closing
                from publication_movement p left join renamed n on n.was_account = p.account
                where p.publication_id = :publication and p.excluded_by is null
                group by 1
            ), moved as (
                select account, bool_or(excluded_by is not null) as excluded, sum(opening) as opening, sum(gross_up) as up,
                       sum(gross_down) as down, sum(fx) as fx, sum(closing) as closing
                from movement where close_id = :close
                group by account
            ),
            """;

    /** Each account's way from the previous closing to its ending. In the first period there is no previous closing to come from. */
    private static final String STEPS = """
            each as (
                select account, coalesce(p.closing, 0) as previous, coalesce(m.opening, 0) as opening,
                       case when not coalesce(m.excluded, false) then m.opening end as beginning,
                       case when not m.excluded then m.up end as up, case when not m.excluded then m.down end as down,
                       case when not m.excluded then m.fx end as fx, case when not m.excluded then m.closing end as ending,
                       case when not c.excluded then c.now - c.before else 0 end as rate_change,
                       case when c.excluded then c.now else 0 end as excluded_before,
                       case when m.excluded then -m.opening else 0 end as excluded_now,
                       coalesce(m.opening, 0) - coalesce(c.now, 0) as carried_gap,
                       t.now is not null and coalesce(m.opening, 0) = t.now
                           or t.now is null and :opened_from <> :version and coalesce(m.opening, 0) = 0 as as_opened,
                       case when c.excluded then 0 else coalesce(c.before, 0) end - coalesce(p.closing, 0) as published_gap,
                       coalesce(m.opening + m.up - m.down + m.fx - m.closing, 0) as arithmetic_gap
                from moved m
                full join carried c using (account)
                full join carried_then t using (account)
                full join published p using (account)
            ), step as materialized (
                select each.*,
                       case when :first then 0 when as_opened then carried_gap else 0 end as corrected_since,
                       case when :first then 0 when as_opened then published_gap else carried_gap + published_gap end as untied
                from each
            )
            """;

    /** The sum of all accounts, then the largest that do not tie. */
    private static final String ROWS = """
            select null as account, null as name, coalesce(sum(previous), 0) as previous, coalesce(sum(beginning), 0) as beginning,
                   coalesce(sum(up), 0) as up, coalesce(sum(down), 0) as down, coalesce(sum(fx), 0) as fx,
                   coalesce(sum(ending), 0) as ending,
                   sum(rate_change) as rate_change, count(*) filter (where rate_change <> 0) as rate_changes,
                   sum(excluded_before) as excluded_before, count(*) filter (where excluded_before <> 0) as excluded_befores,
                   sum(excluded_now) as excluded_now, count(*) filter (where excluded_now <> 0) as excluded_nows,
                   sum(corrected_since) as corrected_since, count(*) filter (where corrected_since <> 0) as corrected_sinces,
                   sum(untied) as untied, count(*) filter (where untied <> 0) as untieds,
                   sum(arithmetic_gap) as arithmetic_gap, count(*) filter (where arithmetic_gap <> 0) as arithmetic_gaps,
                   count(*) filter (where corrected_since <> 0 or untied <> 0 or arithmetic_gap <> 0) as offending
            from step
            union all
            (select s.account, coalesce(a.name, s.account), previous, coalesce(beginning, 0), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                    corrected_since, 0, untied, 0, arithmetic_gap, 0, 0
             from step s left join account a on a.account = s.account
             where corrected_since <> 0 or untied <> 0 or arithmetic_gap <> 0
             order by greatest(abs(corrected_since), abs(untied), abs(arithmetic_gap)) desc, s.account limit :named)
            """;

    private final JdbcClient jdbc;
    private final Closes closes;
    private final Policies policies;

    RollForwards(JdbcClient jdbc, Closes closes, Policies policies) {
        this.jdbc = jdbc;
        this.closes = closes;
        this.policies = policies;
    }

    /** Empty until the close has movements. */
    Optional<RollForward> of(Close close) {
        if (!jdbc.sql(ANY).param(close.key()).query(Boolean.class).single()) {
            return Optional.empty();
        }
        var choices = choices(close);
        var before = closes.before(close).flatMap(previous -> from(close, previous));
        // Rows that came in a moment ago have no statistics; a nested loop planned on a guess of a few rows never ends.
        jdbc.sql("set local enable_nestloop = off").update();
        var rows = jdbc.sql(BALANCES + STEPS + ROWS)
                .params(values(close, choices, before.orElse(null)))
                .query(RollForwards::row)
                .list();
        jdbc.sql("set local enable_nestloop = on").update();
        return Optional.of(told(choices.reportingCurrency(), before.orElse(null), rows));
    }

    private Choices choices(Close close) {
        return policies.version(close.policyVersion()).choices();
    }

    private Optional<Before> from(Close close, Close previous) {
        var choices = choices(previous);
        return jdbc.sql(PREVIOUS)
                .param("close", close.key())
                .param("previous", previous.key())
                .query((row, number) -> new Before(
                        previous,
                        choices,
                        row.getInt("version"),
                        row.getInt("opened_from"),
                        row.getLong("id"),
                        row.getString("currency")))
                .optional();
    }

    private static Map<String, Object> values(Close close, Choices choices, @Nullable Before before) {
        var values = new HashMap<String, Object>();
        values.put("close", close.key());
        values.put("reporting", choices.reportingCurrency());
        values.put("named", RollForward.NAMED);
        values.put("first", before == null);
        values.put("previous", before == null ? -1L : before.close().key());
        values.put("version", before == null ? 0 : before.version());
        values.put("opened_from", before == null ? 0 : before.openedFrom());
        values.put("publication", before == null ? -1L : before.publication());
        values.put("previous_reporting", before == null ? "" : before.currency());
        values.put("previously_as_reported", before != null && before.choices().fx() == Fx.AS_REPORTED);
        return values;
    }

    private static RollForward told(String currency, @Nullable Before before, List<Row> rows) {
        var total = rows.getFirst();
        return new RollForward(
                currency,
                before == null
                        ? null
                        : new Previous(before.close().period(), before.version(), before.currency(), total.previous()),
                total.steps(before != null && !before.currency().equals(currency)),
                total.beginning(),
                total.additions(),
                total.releases(),
                total.fx(),
                total.ending(),
                total.offending(),
                rows.stream().skip(1).map(Row::untied).toList());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var steps = new ArrayList<Step>();
        for (var kind : List.of("rate_change", "excluded_before", "excluded_now", "corrected_since", "untied")) {
            steps.add(new Step(kind(kind), row.getBigDecimal(kind), row.getLong(kind + "s")));
        }
        steps.add(new Step(Kind.NOT_ADDING_UP, row.getBigDecimal("arithmetic_gap"), row.getLong("arithmetic_gaps")));
        return new Row(
                row.getString("account"),
                row.getString("name"),
                row.getBigDecimal("previous"),
                row.getBigDecimal("beginning"),
                row.getBigDecimal("up"),
                row.getBigDecimal("down"),
                row.getBigDecimal("fx"),
                row.getBigDecimal("ending"),
                row.getLong("offending"),
                steps);
    }

    private static Kind kind(String column) {
        return switch (column) {
            case "rate_change" -> Kind.RATE_CHANGE;
            case "excluded_before" -> Kind.EXCLUDED_BEFORE;
            case "excluded_now" -> Kind.EXCLUDED_NOW;
            case "corrected_since" -> Kind.CORRECTED_SINCE;
            default -> Kind.UNTIED;
        };
    }

    /** Where a close opens from. */
    private record Before(
            Close close, Choices choices, int version, int openedFrom, long publication, String currency) {}

    /** One account, or all of them together when it has no name. */
    private record Row(
            @Nullable String account,
            @Nullable String name,
            BigDecimal previous,
            BigDecimal beginning,
            BigDecimal additions,
            BigDecimal releases,
            BigDecimal fx,
            BigDecimal ending,
            long offending,
            List<Step> all) {

        List<Step> steps(boolean anotherCurrency) {
            return all.stream()
                    .filter(step -> step.accounts() > 0 && step.kind() != Kind.NOT_ADDING_UP)
                    .map(step -> anotherCurrency && step.kind() == Kind.RATE_CHANGE
                            ? new Step(Kind.CURRENCY_CHANGE, step.amount(), step.accounts())
                            : step)
                    .toList();
        }

        Untied untied() {
            var largest = all.stream()
                    .filter(step -> !step.kind().explains())
                    .reduce((one, other) ->
                            other.amount().abs().compareTo(one.amount().abs()) > 0 ? other : one)
                    .orElseThrow();
            return new Untied(
                    account == null ? "" : account,
                    name == null ? "" : name,
                    previous,
                    beginning,
                    largest.amount(),
                    largest.kind());
        }
    }
}
