package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The legs in total per currency, and what is left of them when every account that differs by itself is taken away. */
final class TieOutTotals {

    private final Basis basis;
    private final String retainedFrom;
    private final Map<String, Total> totals = new TreeMap<>();

    TieOutTotals(Basis basis, boolean reported) {
        this.basis = basis;
        this.retainedFrom = reported ? "REPORT" : "TIEOUT";
        total(basis.choices().reportingCurrency());
    }

    void add(Leg leg, boolean differs) {
        total(leg.currency()).add(leg, differs);
    }

    private Total total(String currency) {
        return totals.computeIfAbsent(currency, Total::new);
    }

    /** Small differences of many accounts that are too large together, one leg for each currency. */
    List<Leg> remainders() {
        return totals.values().stream()
                .map(total -> total.remainder)
                .filter(rest -> basis.openingRate(rest.currency()).isPresent())
                .filter(rest ->
                        rest.isAbove(basis.choices().totalToleranceAbsolute(), basis.openingRate(rest.currency())))
                .toList();
    }

    /** Compares with the totals in the pack; the answer says how many figures were. */
    long compare(Pack pack) throws IOException {
        var left = new ArrayList<>(totals.values());
        try (var table = pack.rows(PackFile.TOTALS)) {
            for (var row = table.take(); row != null; row = table.take()) {
                if (left.isEmpty() || !left.getFirst().sum.currency().equals(row.cell("currency"))) {
                    throw row.difference(
                            "currency",
                            left.isEmpty()
                                    ? "no further row"
                                    : left.getFirst().sum.currency());
                }
                left.removeFirst().compare(row, retainedFrom);
            }
        }
        if (!left.isEmpty()) {
            throw Difference.damage(PackFile.TOTALS.path() + " has no row for "
                    + left.getFirst().sum.currency() + ".");
        }
        return totals.size() * 5L;
    }

    private static final class Total {

        private Leg sum;
        private Leg remainder;
        private long accounts;
        private long differing;

        Total(String currency) {
            sum = Leg.of(currency, null, null, null);
            remainder = sum;
        }

        void add(Leg leg, boolean differs) {
            accounts++;
            sum = sum.plus(leg);
            if (differs) {
                differing++;
            } else {
                remainder = remainder.plus(leg);
            }
        }

        void compare(Row row, String retainedFrom) {
            expect(row, "accounts", BigDecimal.valueOf(accounts));
            expect(row, "billing", sum.billing());
            expect(row, "ledger", sum.ledger());
            expect(row, "retained", sum.retained());
            expect(row, "differing", BigDecimal.valueOf(differing));
            if (!row.cell("retained_from").equals(retainedFrom)) {
                throw row.difference("retained_from", retainedFrom);
            }
        }

        private static void expect(Row row, String column, BigDecimal expected) {
            if (row.amount(column).compareTo(expected) != 0) {
                throw row.difference(column, expected.toPlainString());
            }
        }
    }
}
