package dev.tieout.demo.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes about 300 plausible accounts: three segments, four success managers, three markets, one or two products. */
final class DemoAccounts {

    private static final int ACCOUNTS = 308;
    private static final int FORMER = 8;
    private static final int DISCOUNTED_ONE_IN = 9;
    private static final int TWO_PRODUCTS_ONE_IN = 4;
    private static final List<String> FIRST = List.of(
            "Alder",
            "Birch",
            "Cedar",
            "Dune",
            "Ember",
            "Fjord",
            "Garnet",
            "Harbor",
            "Indigo",
            "Juniper",
            "Kestrel",
            "Larch",
            "Meridian",
            "Nimbus",
            "Orchard",
            "Pine",
            "Quarry",
            "Ridge",
            "Sable",
            "Tundra",
            "Umber",
            "Vale");
    private static final List<String> SECOND = List.of(
            "Analytics",
            "Bank",
            "Clinics",
            "Devices",
            "Energy",
            "Foods",
            "Freight",
            "Health",
            "Insurance",
            "Labs",
            "Logistics",
            "Media",
            "Retail",
            "Software");
    private static final List<String> CSMS = List.of("Ana Ruiz", "Ben Okafor", "Chiara Conti", "Dev Patel");
    private static final List<String> MARKETS = List.of("Americas", "EMEA", "APAC");

    private DemoAccounts() {}

    static List<DemoAccount> make(Random random) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(number -> account(number, random))
                .toList();
    }

    private static DemoAccount account(int number, Random random) {
        var id = "A-%04d".formatted(1001 + number);
        var size = random.nextInt(10);
        var segment = size < 5 ? "SMB" : size < 8 ? "Mid-market" : "Enterprise";
        var started = LocalDate.of(2021 + random.nextInt(5), 1 + random.nextInt(12), 1 + random.nextInt(28));
        boolean former = number >= 40 && number < 40 + FORMER;
        return new DemoAccount(
                id,
                name(number),
                segment,
                CSMS.get(random.nextInt(CSMS.size())),
                MARKETS.get(random.nextInt(MARKETS.size())),
                started,
                former ? Optional.of(LocalDate.of(2026, 3, 31)) : Optional.empty(),
                former ? List.of() : lines(id, segment, random));
    }

    /** Unique: the two lists have no common divisor that would repeat a pair below 308. */
    private static String name(int number) {
        return FIRST.get(number % FIRST.size()) + " " + SECOND.get((number / FIRST.size()) % SECOND.size());
    }

    private static List<DemoLine> lines(String id, String segment, Random random) {
        int seats = switch (segment) {
            case "SMB" -> 3 + random.nextInt(9);
            case "Mid-market" -> 12 + random.nextInt(30);
            default -> 40 + random.nextInt(110);
        };
        var lines = new ArrayList<DemoLine>();
        var discount = random.nextInt(DISCOUNTED_ONE_IN) == 0 ? new BigDecimal("50.00") : BigDecimal.ZERO;
        var plan = random.nextInt(3);
        lines.add(
                switch (plan) {
                    case 0 ->
                        new DemoLine("s-" + id, "Core Starter", new BigDecimal("40.00"), seats, discount, "active");
                    case 1 -> new DemoLine("s-" + id, "Core Team", new BigDecimal("60.00"), seats, discount, "active");
                    default ->
                        new DemoLine("s-" + id, "Core Business", new BigDecimal("90.00"), seats, discount, "active");
                });
        if (random.nextInt(TWO_PRODUCTS_ONE_IN) == 0) {
            lines.add(new DemoLine(
                    "s-" + id + "-b", "Analytics", new BigDecimal("25.00"), seats, BigDecimal.ZERO, "active"));
        }
        return List.copyOf(lines);
    }
}
