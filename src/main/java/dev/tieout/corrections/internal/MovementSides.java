package dev.tieout.corrections.internal;

import dev.tieout.corrections.Impact.AccountImpact;
import dev.tieout.corrections.Impact.Side;
import dev.tieout.corrections.Impact.VarianceImpact;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Movements and differences of some accounts, read before and after, and what is between. */
@Repository
class MovementSides {

    private static final String SIDES = """
            select account, line, opening, closing, class, reason, excluded_by is not null as excluded
            from movement where close_id = :close and account = any (:accounts)
            """;

    private static final String NAMES = "select account, name from account where account = any (?)";

    private static final String VARIANCES = """
            select account, currency, billing, ledger, retained, amount, state from variance
            where close_id = :close and account = any (:accounts)
            """;

    private static final String ANY_MOVEMENT = "select exists (select from movement where close_id = ?)";

    private final JdbcClient jdbc;

    MovementSides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One unit of a close: an account, or one of its lines. */
    record Unit(String account, String line) implements Comparable<Unit> {
        @Override
        public int compareTo(Unit other) {
            int byAccount = account.compareTo(other.account);
            return byAccount == 0 ? line.compareTo(other.line) : byAccount;
        }
    }

    /** A kept difference, by account and currency. */
    private record Difference(String account, String currency) implements Comparable<Difference> {
        @Override
        public int compareTo(Difference other) {
            int byAccount = account.compareTo(other.account);
            return byAccount == 0 ? currency.compareTo(other.currency) : byAccount;
        }
    }

    /** Everything that a correction may move of some accounts, as it stands. */
    record Snapshot(Map<Unit, Side> movements, Map<Difference, Kept> variances) {}

    private record Kept(VarianceImpact variance, boolean cleared) {}

    Snapshot of(long closeId, Set<String> accounts) {
        return new Snapshot(movements(closeId, accounts), variances(closeId, accounts));
    }

    private Map<Unit, Side> movements(long closeId, Set<String> accounts) {
        var sides = new HashMap<Unit, Side>();
        RowCallbackHandler each = row -> {
            var reason = row.getString("reason");
            sides.put(
                    new Unit(row.getString("account"), row.getString("line")),
                    new Side(
                            row.getBigDecimal("opening"),
                            row.getBigDecimal("closing"),
                            MovementClass.valueOf(row.getString("class")),
                            reason == null ? null : Reason.valueOf(reason),
                            row.getBoolean("excluded")));
        };
        jdbc.sql(SIDES)
                .param("close", closeId)
                .param("accounts", array(accounts))
                .query(each);
        return sides;
    }

    private Map<Difference, Kept> variances(long closeId, Set<String> accounts) {
        var kept = new HashMap<Difference, Kept>();
        RowCallbackHandler each = row -> {
            var difference = new Difference(row.getString("account"), row.getString("currency"));
            boolean cleared = "CLEARED".equals(row.getString("state"));
            kept.put(
                    difference,
                    new Kept(
                            new VarianceImpact(
                                    difference.account(),
                                    difference.account(),
                                    difference.currency(),
                                    row.getBigDecimal("billing"),
                                    row.getBigDecimal("ledger"),
                                    row.getBigDecimal("retained"),
                                    row.getBigDecimal("amount"),
                                    cleared),
                            cleared));
        };
        jdbc.sql(VARIANCES)
                .param("close", closeId)
                .param("accounts", array(accounts))
                .query(each);
        return kept;
    }

    /** The units that are others, in their order. */
    List<AccountImpact> between(Snapshot before, Snapshot after) {
        var units = new TreeSet<>(before.movements().keySet());
        units.addAll(after.movements().keySet());
        units.removeIf(unit ->
                Objects.equals(before.movements().get(unit), after.movements().get(unit)));
        var names = names(units.stream().map(Unit::account).toArray(String[]::new));
        return units.stream()
                .map(unit -> new AccountImpact(
                        unit.account(),
                        names.getOrDefault(unit.account(), unit.account()),
                        unit.line(),
                        before.movements().get(unit),
                        after.movements().get(unit)))
                .toList();
    }

    /** The differences that are others: new ones, changed ones, and those that are gone. */
    List<VarianceImpact> variancesBetween(Snapshot before, Snapshot after) {
        var changed = new ArrayList<VarianceImpact>();
        for (var key : new TreeSet<>(after.variances().keySet())) {
            var now = Objects.requireNonNull(after.variances().get(key));
            var then = before.variances().get(key);
            boolean stays = then == null ? now.cleared() : then.equals(now);
            if (!stays) {
                changed.add(now.variance());
            }
        }
        var names = names(changed.stream().map(VarianceImpact::account).toArray(String[]::new));
        return changed.stream().map(variance -> named(variance, names)).toList();
    }

    private static VarianceImpact named(VarianceImpact variance, Map<String, String> names) {
        return new VarianceImpact(
                variance.account(),
                names.getOrDefault(variance.account(), variance.account()),
                variance.currency(),
                variance.billing(),
                variance.ledger(),
                variance.retained(),
                variance.amount(),
                variance.cleared());
    }

    private Map<String, String> names(@Nullable String... accounts) {
        var names = new HashMap<String, String>();
        RowCallbackHandler each = row -> names.put(row.getString("account"), row.getString("name"));
        jdbc.sql(NAMES).param(accounts).query(each);
        return names;
    }

    /** Whether a close has been classified at all. */
    boolean isClassified(long closeId) {
        return jdbc.sql(ANY_MOVEMENT).param(closeId).query(Boolean.class).single();
    }

    private static String[] array(Set<String> accounts) {
        return accounts.toArray(String[]::new);
    }
}
