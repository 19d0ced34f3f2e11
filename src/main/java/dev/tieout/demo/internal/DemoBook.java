package dev.tieout.demo.internal;

import dev.tieout.terms.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The customers of {@code acme} month by month. The same seed gives the same book on every machine: the demo, its screenshots and its
 * tests agree.
 */
final class DemoBook {

    static final List<Period> PERIODS =
            List.of(Period.parse("2026-08"), Period.parse("2026-09"), Period.parse("2026-10"));

    private static final long SEED = 20_260_801;
    private static final int NEW_A_MONTH = 6;
    private static final int RETURNING_A_MONTH = 2;

    private final Random random = new Random(SEED);
    private final List<DemoAccount> future;
    private List<DemoAccount> accounts;

    DemoBook() {
        var all = DemoAccounts.make(random);
        int known = all.size() - NEW_A_MONTH * PERIODS.size();
        accounts = new ArrayList<>(all.subList(0, known));
        future = new ArrayList<>(all.subList(known, all.size()));
    }

    /** Everyone known so far, former customers too. */
    List<DemoAccount> accounts() {
        return List.copyOf(accounts);
    }

    /** Lets a month pass: each event happens about its number of times, no account sees two, a few come and a few come back. */
    void pass(Period month) {
        settle();
        Set<String> touched = new HashSet<>();
        for (var event : DemoEvent.MONTH) {
            int often = event.times() > 2 ? event.times() + random.nextInt(3) : event.times();
            for (int time = 0; time < often; time++) {
                happen(event, touched);
            }
        }
        comeBack(touched);
        future.subList(0, NEW_A_MONTH)
                .forEach(account -> accounts.add(account.startedOn(month.start().plusDays(9))));
        future.subList(0, NEW_A_MONTH).clear();
    }

    /** What last month left half done: late renewals are renewed, and who left is billed no more. */
    private void settle() {
        accounts.replaceAll(account -> account.active()
                ? account.with(account.lines().stream()
                        .map(line -> line.withStatus("active"))
                        .toList())
                : account);
    }

    private void happen(DemoEvent event, Set<String> touched) {
        var candidates = new ArrayList<>(accounts.stream()
                .filter(account -> account.active() && !touched.contains(account.id()) && event.canHappenTo(account))
                .toList());
        Collections.shuffle(candidates, random);
        candidates.stream().findFirst().ifPresent(account -> {
            touched.add(account.id());
            accounts.set(accounts.indexOf(account), event.happenTo(account));
        });
    }

    private void comeBack(Set<String> touched) {
        accounts.stream()
                .filter(account -> !account.active()
                        && !touched.contains(account.id())
                        && account.churnedOn().isPresent())
                .limit(RETURNING_A_MONTH)
                .toList()
                .forEach(account -> accounts.set(
                        accounts.indexOf(account),
                        account.with(List.of(new DemoLine(
                                "s-" + account.id() + "-r",
                                "Core Team",
                                new BigDecimal("60.00"),
                                8,
                                BigDecimal.ZERO,
                                "active")))));
    }
}
