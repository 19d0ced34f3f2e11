package dev.tieout.metrics.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.InvariantBreached.Breach;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The five invariants of a close. Accounts are checked in the database, the few figures here. */
@Component
class Invariants {

    private static final int NAMED = 20;

    private final JdbcClient jdbc;
    private final Closes closes;

    Invariants(JdbcClient jdbc, Closes closes) {
        this.jdbc = jdbc;
        this.closes = closes;
    }

    /** Every invariant that an account offends against. */
    List<Breach> ofAccounts(Close close, boolean byLine) {
        var breaches = new ArrayList<Breach>();
        check(BreachSql.BRIDGE, Map.of("close", close.key(), "byLine", byLine))
                .map(offenders -> offenders.breach("bridge", "Opening and movements do not add up to closing"))
                .ifPresent(breaches::add);
        closes.before(close)
                .flatMap(previous -> check(BreachSql.OPENING, Map.of("close", close.key(), "previous", previous.key())))
                .map(offenders ->
                        offenders.breach("opening", "The opening is not what the previous publication closed with"))
                .ifPresent(breaches::add);
        check(BreachSql.RETENTION, Map.of("close", close.key()))
                .map(offenders -> offenders.breach("retention", "Losses exceed the opening, or gains are negative"))
                .ifPresent(breaches::add);
        check(BreachSql.CLASS, Map.of("close", close.key()))
                .map(offenders -> offenders.breach(
                        "class", "A movement has no class, or one that neither a rule row nor a person gave"))
                .ifPresent(breaches::add);
        check(BreachSql.SOURCES, Map.of("close", close.key()))
                .map(offenders ->
                        offenders.breach("sources", "Movements and accepted source rows do not amount to the same"))
                .ifPresent(breaches::add);
        return breaches;
    }

    private Optional<Offenders> check(String sql, Map<String, ?> params) {
        var accounts = jdbc.sql(sql).params(params).query(String.class).list();
        return accounts.isEmpty() ? Optional.empty() : Optional.of(new Offenders(accounts));
    }

    /** Every invariant that a slice or the total offends against, among them that the slices of a dimension sum to the total. */
    static List<Breach> ofFigures(List<Bridge> figures) {
        var breaches = new ArrayList<Breach>();
        for (var figure : figures) {
            if (!figure.adds()) {
                breaches.add(new Breach("bridge", "The bridge of " + name(figure) + " does not add up.", List.of()));
            }
            if (!retains(figure)) {
                breaches.add(new Breach("retention", "GRR of " + name(figure) + " is impossible.", List.of()));
            }
        }
        breaches.addAll(slicesAgainstTotal(figures));
        return breaches;
    }

    private static boolean retains(Bridge figure) {
        return figure.grr().stream().allMatch(grr -> {
            var nrr = figure.nrr(false).orElseThrow();
            return grr.numerator().signum() >= 0
                    && grr.numerator().compareTo(grr.denominator()) <= 0
                    && !grr.exceeds(nrr);
        });
    }

    private static List<Breach> slicesAgainstTotal(List<Bridge> figures) {
        var byDimension = figures.stream().collect(Collectors.groupingBy(Bridge::dimension));
        var totals = byDimension.getOrDefault("", List.of());
        var breaches = new ArrayList<Breach>();
        byDimension.forEach((dimension, slices) -> {
            if (!sums(slices).equals(sums(totals))) {
                breaches.add(
                        new Breach("slices", "The slices by " + dimension + " do not sum to the total.", List.of()));
            }
        });
        return breaches;
    }

    private static List<BigDecimal> sums(List<Bridge> figures) {
        List<Function<Bridge, BigDecimal>> amounts = List.of(
                Bridge::opening,
                Bridge::newAmount,
                Bridge::reactivation,
                Bridge::expansion,
                Bridge::contraction,
                Bridge::churn,
                Bridge::fx,
                Bridge::closing,
                figure -> BigDecimal.valueOf(figure.accounts().cohort()),
                figure -> BigDecimal.valueOf(figure.accounts().retained()));
        return amounts.stream()
                .map(amount -> figures.stream()
                        .map(amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .stripTrailingZeros())
                .toList();
    }

    private static String name(Bridge figure) {
        return figure.dimension().isEmpty() ? "the total" : figure.dimension() + " “" + figure.slice() + "”";
    }

    /** One more than is named, when there are more. */
    private record Offenders(List<String> accounts) {

        Breach breach(String invariant, String sentence) {
            var named = accounts.stream().limit(NAMED).toList();
            var more = accounts.size() > NAMED ? " and others" : "";
            return new Breach(invariant, sentence + ": " + String.join(", ", named) + more + ".", named);
        }
    }
}
