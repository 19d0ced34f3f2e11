package dev.tieout.verification;

import dev.tieout.terms.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Files of a book that is as odd as imports allow: names that look like formulas, every status, three currencies, amounts of four decimals. */
final class RandomFiles {

    private static final List<String> NAMES = List.of(
            "=Sum", "a/b", "\\back", "é-tude", "😀", "'quoted", "-minus", "plain", "Zz", "+plus", "tilde~", "ｆｕｌｌ");
    private static final List<String> SUBSCRIPTIONS = List.of("", "S1", "S/2", "S\\3");
    private static final List<String> PRODUCTS = List.of("", "Core", "Add/on", "=Extra");
    private static final List<String> STATUSES = List.of(
            "active",
            "active",
            "active",
            "active",
            "trial",
            "past_due",
            "paused",
            "renewal_pending",
            "cancelled",
            "expired",
            "unpaid");
    private static final List<String> CURRENCIES = List.of("USD", "USD", "USD", "EUR", "JPY");

    private final Random random;
    private final List<String> accounts = new ArrayList<>();

    RandomFiles(Random random, int size) {
        this.random = random;
        for (int i = 0; i < size; i++) {
            accounts.add(NAMES.get(i % NAMES.size()) + i);
        }
    }

    List<String> accounts() {
        return accounts;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String amount() {
        return switch (random.nextInt(5)) {
            case 0 -> "0";
            case 1 -> "0.000" + (1 + random.nextInt(9));
            case 2 -> BigDecimal.valueOf(random.nextInt(100_000_000), 4).toPlainString();
            case 3 -> "100";
            default -> BigDecimal.valueOf(random.nextInt(500_000), 2).toPlainString();
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Lines by account, subscription and product. */
    record Line(
            String account,
            String subscription,
            String product,
            String mrr,
            String currency,
            String status,
            String rest) {

        String csv(Period period) {
            return String.join(
                    ",",
                    quoted(account),
                    quoted(subscription),
                    quoted(product),
                    period.toString(),
                    mrr,
                    currency,
                    status,
                    rest);
        }
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var account : accounts) {
            for (var subscription : SUBSCRIPTIONS) {
                for (var product : PRODUCTS) {
                    if (chance(0.15)) {
                        lines.add(line(account, subscription, product));
                    }
                }
            }
        }
        return lines;
    }

    private Line line(String account, String subscription, String product) {
        var quantity = chance(0.5) ? "" : Integer.toString(random.nextInt(4));
        var discount = chance(0.5) ? "" : Integer.toString(random.nextInt(3));
        return new Line(
                account, subscription, product, amount(), one(CURRENCIES), one(STATUSES), quantity + "," + discount);
    }

    /** What billing says of these lines a period later: many the same, some more, less, ended, silent or new. */
    List<Line> later(List<Line> before) {
        var lines = new ArrayList<Line>();
        for (var line : before) {
            if (chance(0.12)) {
                continue;
            }
            var fresh = line(line.account(), line.subscription(), line.product());
            lines.add(
                    chance(0.3)
                            ? line
                            : chance(0.4)
                                    ? fresh
                                    : new Line(
                                            line.account(),
                                            line.subscription(),
                                            line.product(),
                                            chance(0.5) ? line.mrr() : fresh.mrr(),
                                            line.currency(),
                                            fresh.status(),
                                            chance(0.5) ? line.rest() : fresh.rest()));
        }
        lines().stream()
                .filter(line -> chance(0.2))
                .filter(line -> !has(lines, line))
                .forEach(lines::add);
        return lines;
    }

    private static boolean has(List<Line> lines, Line line) {
        return lines.stream()
                .anyMatch(other -> other.account().equals(line.account())
                        && other.subscription().equals(line.subscription())
                        && other.product().equals(line.product()));
    }

    static String snapshot(Period period, List<Line> lines) {
        var text =
                new StringBuilder("account_id,subscription_id,product,period,mrr,currency,status,quantity,discount\n");
        lines.forEach(line -> text.append(line.csv(period)).append('\n'));
        return text.toString();
    }

    /** Postings that mostly agree with what billing says, some of them in two parts, some a little off. */
    String ledger(Period period, List<Line> lines) {
        var text = new StringBuilder("entry_id,account_id,posted_at,amount,currency,gl_account\n");
        int entry = 0;
        for (var sum : sums(lines).entrySet()) {
            if (chance(0.05)) {
                continue;
            }
            var amount = chance(0.1) ? sum.getValue().add(BigDecimal.valueOf(random.nextInt(200), 3)) : sum.getValue();
            var part = chance(0.3) ? amount.min(BigDecimal.ONE) : amount;
            for (var posted : List.of(part, amount.subtract(part))) {
                text.append(period)
                        .append("-e")
                        .append(++entry)
                        .append(',')
                        .append(quoted(sum.getKey().get(0)));
                text.append(',')
                        .append(day(period))
                        .append(',')
                        .append(posted.toPlainString())
                        .append(',');
                text.append(sum.getKey().get(1)).append(",=4000\n");
            }
        }
        return text.toString();
    }

    private String day(Period period) {
        return (chance(0.9) ? period.lastMonth() : period.first()) + "-" + (10 + random.nextInt(18));
    }

    /** Another system's report: mostly the same. */
    String retained(List<Line> lines) {
        var text = new StringBuilder("account_id,amount,currency\n");
        for (var sum : sums(lines).entrySet()) {
            if (chance(0.9)) {
                var amount = chance(0.1) ? sum.getValue().add(BigDecimal.ONE) : sum.getValue();
                text.append(quoted(sum.getKey().get(0))).append(',').append(amount.toPlainString());
                text.append(',').append(sum.getKey().get(1)).append('\n');
            }
        }
        return text.toString();
    }

    private static Map<List<String>, BigDecimal> sums(List<Line> lines) {
        var sums = new LinkedHashMap<List<String>, BigDecimal>();
        for (var line : lines) {
            boolean counts = List.of("active", "past_due", "renewal_pending").contains(line.status());
            sums.merge(
                    List.of(line.account(), line.currency()),
                    counts ? new BigDecimal(line.mrr()) : BigDecimal.ZERO,
                    BigDecimal::add);
        }
        return sums;
    }

    String rates() {
        return "currency,opening_rate,closing_rate\nEUR,1.0" + (100_000_000 + random.nextInt(800_000_000)) + ",1.1"
                + random.nextInt(1_000_000_000) + "\nJPY,0.0066666667,0.0070" + random.nextInt(100_000) + "\n";
    }

    /** Attributes of most accounts, and the past of some. */
    String known() {
        var text = new StringBuilder("account_id,name,started_on,first_active_on,churned_on,segment,csm,market\n");
        for (var account : accounts) {
            if (chance(0.8)) {
                text.append(quoted(account))
                        .append(',')
                        .append(quoted("=Name, " + account))
                        .append(',');
                text.append(chance(0.5) ? "2024-02-29" : "").append(',');
                text.append(chance(0.6) ? "2025-0" + (1 + random.nextInt(9)) + "-15" : "")
                        .append(',');
                text.append(chance(0.4) ? "2026-0" + (1 + random.nextInt(9)) + "-30" : "")
                        .append(',');
                text.append(chance(0.8) ? one(List.of("big", "small", "=odd", "MÜLLER", "müller")) : "")
                        .append(',');
                text.append(chance(0.5) ? one(List.of("ann", "bob")) : "").append(",\n");
            }
        }
        return text.toString();
    }
}
