package dev.tieout.demo.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What can happen to a demo account in a month; together they bring out every class and reason of the decision table. */
record DemoEvent(String name, int times, Predicate<DemoAccount> fits, UnaryOperator<DemoAccount> change) {

    /** What happens in a month, and how often, in the order in which accounts are picked. */
    static final List<DemoEvent> MONTH = List.of(
            new DemoEvent(
                    "upgrade",
                    5,
                    a -> a.main().product().equals("Core Team"),
                    a -> a.withMain(a.main().withProduct("Core Business", "90.00"))),
            new DemoEvent(
                    "downgrade",
                    3,
                    a -> a.main().product().equals("Core Business"),
                    a -> a.withMain(a.main().withProduct("Core Team", "60.00"))),
            new DemoEvent(
                    "product lost",
                    2,
                    a -> a.lines().size() > 1,
                    a -> a.with(a.lines().subList(0, a.lines().size() - 1))),
            new DemoEvent("cross sell", 5, a -> a.lines().size() == 1, DemoEvent::crossSell),
            new DemoEvent(
                    "discount ended",
                    3,
                    a -> a.main().discount().signum() > 0,
                    a -> a.withMain(a.main().withDiscount(BigDecimal.ZERO))),
            new DemoEvent(
                    "discount added",
                    2,
                    a -> a.main().discount().signum() == 0 && a.main().seats() > 5,
                    a -> a.withMain(a.main().withDiscount(new BigDecimal("75.00")))),
            new DemoEvent(
                    "seats",
                    9,
                    a -> a.main().seats() < 60,
                    a -> a.withMain(a.main().withSeats(a.main().seats() + 4))),
            new DemoEvent(
                    "seats lost",
                    4,
                    a -> a.main().seats() > 10,
                    a -> a.withMain(a.main().withSeats(a.main().seats() - 3))),
            new DemoEvent(
                    "price uplift",
                    6,
                    a -> true,
                    a -> a.withMain(a.main().withUnit(a.main().unit().add(new BigDecimal("2.50"))))),
            new DemoEvent("late renewal", 2, a -> true, DemoEvent.allLines("pending_renewal")),
            new DemoEvent("paused", 1, a -> a.main().seats() < 20, DemoEvent.allLines("paused")),
            new DemoEvent("cancelled", 3, a -> a.main().seats() < 20, DemoEvent.allLines("cancelled")),
            new DemoEvent("expired", 2, a -> a.main().seats() < 20, DemoEvent.allLines("expired")),
            new DemoEvent("non payment", 1, a -> a.main().seats() < 20, DemoEvent.allLines("unpaid")),
            new DemoEvent("vanished", 1, a -> a.main().seats() < 10, a -> a.with(List.of())));

    boolean canHappenTo(DemoAccount account) {
        return fits.test(account);
    }

    DemoAccount happenTo(DemoAccount account) {
        return change.apply(account);
    }

    private static DemoAccount crossSell(DemoAccount account) {
        var lines = new ArrayList<>(account.lines());
        lines.add(new DemoLine(
                account.main().subscription() + "-b",
                "Analytics",
                new BigDecimal("25.00"),
                account.main().seats(),
                BigDecimal.ZERO,
                "active"));
        return account.with(lines);
    }

    private static UnaryOperator<DemoAccount> allLines(String status) {
        return account -> account.with(
                account.lines().stream().map(line -> line.withStatus(status)).toList());
    }
}
