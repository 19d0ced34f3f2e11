package dev.tieout.rules.internal;

import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.rules.internal.Ranges.Range;
import dev.tieout.terms.AccountStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a movement can be. A change is closing less opening; an account's own amounts say whether it was active and stays; what was active
 * was ever active and within the window; an amount of nothing has no lines; a product is made of lines.
 */
final class MovementSpace implements Space {

    private static final long ACCOUNT = position(Grain.class, Grain.ACCOUNT.name());
    private static final Ranges AMOUNT = Ranges.of(0, CellValues.MOST / 10);
    private static final Ranges CHANGE = Ranges.of(-CellValues.MOST / 10, CellValues.MOST / 10);
    private static final Ranges COUNT = Ranges.of(0, 1_000_000_000);
    private static final Ranges SIGN = Ranges.of(-1, 1);
    private static final Ranges ZERO = Ranges.just(0);
    private static final Ranges YES = Ranges.just(1);
    private static final Ranges POSITIVE = Ranges.of(1, CellValues.MOST);
    private static final Ranges MENTIONED = Ranges.of(0, AccountStatus.values().length - 1L)
            .minus(Ranges.just(position(AccountStatus.class, AccountStatus.ABSENT.name())));

    /** A hundred, which reads like an amount. */
    private static final long USUAL = 1_000_000;

    private final List<Column> columns;
    private final Box whole;

    MovementSpace(TableSchema schema) {
        columns = schema.columns().stream().filter(Column::asks).toList();
        whole = new Box(columns.stream().map(MovementSpace::domain).toList());
    }

    private static <E extends Enum<E>> long position(Class<E> type, String word) {
        return WordCells.anyOf(type).words().indexOf(word);
    }

    private static Ranges domain(Column column) {
        return switch (column.type()) {
            case YesNoCells _ -> Ranges.of(0, 1);
            case WordCells closed -> Ranges.of(0, closed.words().size() - 1L);
            case NumberCells _ ->
                switch (column.label()) {
                    case "opening", "closing" -> AMOUNT;
                    case "change" -> CHANGE;
                    case "quantity change", "discount change" -> SIGN;
                    default -> COUNT;
                };
        };
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Box whole() {
        return whole;
    }

    @Override
    public Optional<List<Long>> factIn(Box box) {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        var sides = new LinkedHashMap<String, Ranges>();
        for (int i = 0; i < columns.size(); i++) {
            sides.put(columns.get(i).label(), box.side(i));
        }
        for (long grain : List.of(ACCOUNT, 1 - ACCOUNT)) {
            for (boolean opens : List.of(true, false)) {
                for (boolean closes : List.of(true, false)) {
                    var found = new Attempt(sides)
                            .narrow("grain", Ranges.just(grain))
                            .narrow("opening", opens ? POSITIVE : ZERO)
                            .narrow("closing", closes ? POSITIVE : ZERO)
                            .fact(grain == ACCOUNT, opens, closes);
                    if (found.isPresent()) {
                        return found.map(this::inOrder);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Long> inOrder(Map<String, Long> fact) {
        return columns.stream()
                .map(column -> fact.getOrDefault(column.label(), 0L))
                .toList();
    }

    /** The search for a fact at one grain with given signs of opening and closing; a column that the table lacks may be anything. */
    private static final class Attempt {

        private static final Ranges FREE = Ranges.of(0, CellValues.MOST / 10);

        private final Map<String, Ranges> sides;
        private final Map<String, Long> fact = new LinkedHashMap<>();

        Attempt(Map<String, Ranges> sides) {
            this.sides = new LinkedHashMap<>(sides);
        }

        Attempt narrow(String label, Ranges to) {
            sides.computeIfPresent(label, (_, side) -> side.and(to));
            return this;
        }

        Optional<Map<String, Long>> fact(boolean account, boolean opens, boolean closes) {
            presence("account was active", account, opens);
            presence("account stays", account, closes);
            if (closes) {
                narrow("status", MENTIONED);
            }
            narrow(closes ? "" : "lines added", ZERO);
            narrow(opens ? "" : "lines lost", ZERO);
            if (account && closes && !opens) {
                narrow("products added", POSITIVE);
            }
            if (account && opens && !closes) {
                narrow("products lost", POSITIVE);
            }
            boolean possible = past()
                    && parts("products added", "lines added")
                    && parts("products lost", "lines lost")
                    && amounts()
                    && others();
            return possible ? Optional.of(fact) : Optional.empty();
        }

        private void presence(String label, boolean account, boolean amount) {
            if (amount) {
                narrow(label, YES);
            } else if (account) {
                narrow(label, ZERO);
            }
        }

        /** Who was active at open was ever, and within the window; who never was has no window to miss. */
        private boolean past() {
            for (long active : values("account was active", YES, ZERO)) {
                for (long ever : values("ever active", active == 1 ? YES : ZERO, YES)) {
                    boolean free = active == 0 && ever == 1;
                    var window = side("within window").and(free ? Ranges.of(0, 1) : YES);
                    if (!window.isEmpty() && (active == 0 || ever == 1)) {
                        fact.put("account was active", active);
                        fact.put("ever active", ever);
                        fact.put("within window", window.max());
                        return true;
                    }
                }
            }
            return false;
        }

        private List<Long> values(String label, Ranges first, Ranges second) {
            var values = new ArrayList<Long>();
            for (Ranges wanted : List.of(first, second)) {
                if (!side(label).and(wanted).isEmpty()) {
                    values.add(wanted.min());
                }
            }
            return values;
        }

        /** Something is added or lost with at least as many lines. */
        private boolean parts(String products, String lines) {
            if (side(products).isEmpty()) {
                return false;
            }
            long least = side(products).min();
            var enough = side(lines).and(Ranges.of(least, CellValues.MOST));
            if (enough.isEmpty()) {
                return false;
            }
            fact.put(products, least);
            fact.put(lines, enough.min());
            return true;
        }

        private boolean amounts() {
            for (Range opening : side("opening").ranges()) {
                for (Range closing : side("closing").ranges()) {
                    for (Range change : side("change").ranges()) {
                        if (amounts(opening, closing, change)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private boolean amounts(Range opening, Range closing, Range change) {
            long from = Math.max(opening.from(), closing.from() - change.to());
            long to = Math.min(opening.to(), closing.to() - change.from());
            if (from > to) {
                return false;
            }
            long open = Math.clamp(USUAL, from, to);
            long close = Math.clamp(
                    open == 0 ? USUAL : open,
                    Math.max(closing.from(), open + change.from()),
                    Math.min(closing.to(), open + change.to()));
            fact.put("opening", open);
            fact.put("closing", close);
            fact.put("change", close - open);
            return true;
        }

        private boolean others() {
            for (var side : sides.entrySet()) {
                if (side.getValue().isEmpty()) {
                    return false;
                }
                fact.putIfAbsent(side.getKey(), side.getValue().nearest(0));
            }
            return true;
        }

        private Ranges side(String label) {
            return sides.getOrDefault(label, label.equals("within window") ? Ranges.of(0, 1) : FREE);
        }
    }
}
