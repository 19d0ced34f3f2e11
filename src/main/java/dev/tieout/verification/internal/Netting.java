package dev.tieout.verification.internal;

import dev.tieout.terms.AccountStatus;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nets the lines of one account into what is judged as one. */
final class Netting {

    /** Of an account that closes above nothing: what is wrong with any of its lines says most. */
    private static final List<AccountStatus> WORST_FIRST =
            List.of(AccountStatus.PAUSED, AccountStatus.RENEWAL_PENDING, AccountStatus.PAST_DUE, AccountStatus.ACTIVE);

    /** Of an account that closes at nothing: the most alive of the lines it loses, for a pause or a full discount is no end. */
    private static final List<AccountStatus> ALIVE_FIRST = List.of(
            AccountStatus.PAUSED,
            AccountStatus.ACTIVE,
            AccountStatus.PAST_DUE,
            AccountStatus.RENEWAL_PENDING,
            AccountStatus.TRIAL,
            AccountStatus.UNPAID,
            AccountStatus.EXPIRED,
            AccountStatus.CANCELLED,
            AccountStatus.ABSENT);

    private final String account;
    private final boolean wasActive;
    private final boolean stays;

    private Netting(String account, List<LineBalance> lines) {
        this.account = account;
        this.wasActive = sum(lines, LineBalance::opening).signum() > 0;
        this.stays = sum(lines, LineBalance::closing).signum() > 0;
    }

    /** What moves of an account, in the order of its lines' names: units with nothing at either end are none. */
    static List<Unit> units(String account, List<LineBalance> lines, boolean byLine) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var netting = new Netting(account, lines);
        if (!byLine) {
            return moved(Stream.of(netting.unit("", lines)));
        }
        return moved(lines.stream().collect(Collectors.groupingBy(LineBalance::name)).entrySet().stream()
                .map(line -> netting.unit(line.getKey(), line.getValue())));
    }

    private static List<Unit> moved(Stream<Unit> units) {
        return units.filter(
                        unit -> unit.opening().signum() > 0 || unit.closing().signum() > 0)
                .sorted(Comparator.comparing(Unit::line, ByteOrder.OF_TEXT))
                .toList();
    }

    private Unit unit(String name, List<LineBalance> lines) {
        var opening = sum(lines, LineBalance::opening);
        var closing = sum(lines, LineBalance::closing);
        var products = lines.stream().collect(Collectors.groupingBy(LineBalance::product));
        var kept = lines.stream().filter(line -> line.opens() && line.closes()).toList();
        var opened = lines.stream().filter(LineBalance::opens).toList();
        return new Unit(
                account,
                name,
                opening,
                closing,
                sum(lines, LineBalance::up),
                sum(lines, LineBalance::down),
                sum(lines, LineBalance::fx),
                status(lines, opening, closing),
                wasActive,
                stays,
                count(lines, LineBalance::isAdded),
                count(lines, LineBalance::isLost),
                count(products.values(), Netting::isAdded),
                count(products.values(), Netting::isLost),
                sum(kept, LineBalance::quantityChange).signum(),
                sum(opened, LineBalance::discountChange).signum(),
                closing.signum() == 0 && opened.stream().anyMatch(line -> line.status() == null));
    }

    /** The status that decides; of an account that pays less, a pause among the losses comes before all. */
    private static AccountStatus status(List<LineBalance> lines, BigDecimal opening, BigDecimal closing) {
        if (closing.signum() > 0) {
            boolean pausedLoss = lines.stream()
                    .anyMatch(line ->
                            line.status() == AccountStatus.PAUSED && line.down().signum() > 0);
            return pausedLoss && closing.compareTo(opening) < 0
                    ? AccountStatus.PAUSED
                    : first(WORST_FIRST, lines, LineBalance::closes, AccountStatus.ACTIVE);
        }
        var whatever = first(ALIVE_FIRST, lines, line -> true, AccountStatus.ABSENT);
        boolean losesBilled = lines.stream().anyMatch(line -> line.opens() && line.status() != null);
        return losesBilled ? first(ALIVE_FIRST, lines, LineBalance::opens, whatever) : whatever;
    }

    private static AccountStatus first(
            List<AccountStatus> order, List<LineBalance> lines, Predicate<LineBalance> among, AccountStatus otherwise) {
        return lines.stream()
                .filter(among)
                .map(LineBalance::status)
                .filter(Objects::nonNull)
                .filter(order::contains)
                .min(Comparator.comparingInt(order::indexOf))
                .orElse(otherwise);
    }

    private static boolean isAdded(List<LineBalance> product) {
        return sum(product, LineBalance::opening).signum() == 0
                && sum(product, LineBalance::closing).signum() > 0;
    }

    private static boolean isLost(List<LineBalance> product) {
        return sum(product, LineBalance::opening).signum() > 0
                && sum(product, LineBalance::closing).signum() == 0;
    }

    private static <T> int count(Iterable<T> all, Predicate<T> which) {
        int count = 0;
        for (var one : all) {
            count += which.test(one) ? 1 : 0;
        }
        return count;
    }

    /** What is unknown adds nothing. */
    private static BigDecimal sum(List<LineBalance> lines, Function<LineBalance, @Nullable BigDecimal> amount) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) {
            var one = amount.apply(line);
            sum = one == null ? sum : sum.add(one);
        }
        return sum;
    }
}
