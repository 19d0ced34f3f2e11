package dev.tieout.verification.internal;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Metrics;
import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bridge in total and per slice of every standing dimension, summed account by account. */
final class Figures {

    private final Sum total = new Sum();
    private final Map<String, Map<String, Sum>> slices = new HashMap<>();

    Figures() {
        Metrics.STANDING_DIMENSIONS.forEach(dimension -> slices.put(dimension, new HashMap<>()));
    }

    /** Adds an account: all its movements at once, so that it counts once whatever the grain. */
    void add(List<Performed> movements, Attributes attributes) {
        total.add(movements);
        slices.forEach((dimension, sums) -> sums.computeIfAbsent(attributes.slice(dimension), any -> new Sum())
                .add(movements));
    }

    Bridge total() {
        return total.bridge("", "");
    }

    /** The slices of a dimension, in no order; empty for one that no account was added to. */
    List<Bridge> slices(String dimension) {
        return slices.getOrDefault(dimension, Map.of()).entrySet().stream()
                .map(slice -> slice.getValue().bridge(dimension, slice.getKey()))
                .toList();
    }

    private static final class Sum {

        private static final int DECIMALS = 4;

        private final Map<MovementClass, BigDecimal> net = new EnumMap<>(MovementClass.class);
        private final Map<MovementClass, Long> accounts = new EnumMap<>(MovementClass.class);
        private BigDecimal opening = BigDecimal.ZERO;
        private BigDecimal closing = BigDecimal.ZERO;
        private BigDecimal fx = BigDecimal.ZERO;
        private long cohort;
        private long retained;
        private long excluded;

        void add(List<Performed> account) {
            if (account.stream().anyMatch(Performed::isExcluded)) {
                excluded++;
                return;
            }
            var opens = BigDecimal.ZERO;
            var closes = BigDecimal.ZERO;
            var classes = new EnumMap<MovementClass, Long>(MovementClass.class);
            for (var movement : account) {
                opens = opens.add(movement.unit().opening());
                closes = closes.add(movement.closing());
                fx = fx.add(movement.unit().fx());
                net.merge(movement.movementClass(), movement.unit().change(), BigDecimal::add);
                classes.put(movement.movementClass(), 1L);
            }
            classes.forEach((one, counted) -> accounts.merge(one, counted, Long::sum));
            opening = opening.add(opens);
            closing = closing.add(closes);
            cohort += opens.signum() > 0 ? 1 : 0;
            retained += opens.signum() > 0 && closes.signum() > 0 ? 1 : 0;
        }

        Bridge bridge(String dimension, String slice) {
            return new Bridge(
                    dimension,
                    slice,
                    scaled(opening),
                    amount(MovementClass.NEW),
                    amount(MovementClass.REACTIVATION),
                    amount(MovementClass.EXPANSION),
                    amount(MovementClass.CONTRACTION).negate(),
                    amount(MovementClass.CHURN).negate(),
                    scaled(fx),
                    scaled(closing),
                    new Bridge.Accounts(
                            cohort,
                            retained,
                            accounts(MovementClass.NEW),
                            accounts(MovementClass.REACTIVATION),
                            accounts(MovementClass.EXPANSION),
                            accounts(MovementClass.CONTRACTION),
                            accounts(MovementClass.CHURN),
                            excluded));
        }

        private BigDecimal amount(MovementClass movementClass) {
            return scaled(net.getOrDefault(movementClass, BigDecimal.ZERO));
        }

        private long accounts(MovementClass movementClass) {
            return accounts.getOrDefault(movementClass, 0L);
        }

        /** As figures are kept. Amounts have four decimals at most, so nothing is rounded here. */
        private static BigDecimal scaled(BigDecimal amount) {
            return amount.setScale(DECIMALS);
        }
    }
}
