package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The three legs of accounts.
 *
 * <p>Billing is what the closing lines are recognised at, after discounts unless the version is from before that rule; the ledger its
 * postings; the retained balance another system's report, and where none was given Tieout's own closing balance. That one is what the
 * lines amount to, which {@link MovementsCheck} has found: so in each currency it is billing's amount.
 */
final class Legs {

    private final Basis basis;
    private final boolean reported;
    private final boolean afterDiscounts;

    /**
     * @param reported whether another system's report is the third leg
     * @param afterDiscounts whether billing is after discounts whatever the policy counts; otherwise as it counts
     */
    Legs(Basis basis, boolean reported, boolean afterDiscounts) {
        this.basis = basis;
        this.reported = reported;
        this.afterDiscounts = afterDiscounts;
    }

    /** The legs of an account, one for each currency that stands in any of them; takes its rows. */
    List<Leg> of(Accounts accounts, String account) {
        var billing = billed(accounts.rows(PackFile.CLOSING, account));
        Map<String, BigDecimal> ledger = new TreeMap<>();
        accounts.each(PackFile.LEDGER, account, row -> {
            checkDay(row);
            ledger.merge(row.cell("currency"), row.amount("amount"), BigDecimal::add);
        });
        Map<String, BigDecimal> retained = new TreeMap<>();
        accounts.rows(PackFile.RETAINED, account)
                .forEach(row -> retained.merge(row.cell("currency"), row.amount("amount"), BigDecimal::add));
        var third = reported ? retained : billing;
        var currencies = new TreeSet<>(billing.keySet());
        currencies.addAll(ledger.keySet());
        currencies.addAll(third.keySet());
        var legs = new ArrayList<Leg>();
        for (var currency : currencies) {
            legs.add(Leg.of(currency, billing.get(currency), ledger.get(currency), third.get(currency)));
        }
        return legs;
    }

    private Map<String, BigDecimal> billed(List<Row> rows) {
        var billed = new TreeMap<String, BigDecimal>();
        for (var line : Lines.billed(rows)) {
            billed.merge(
                    line.currency(), afterDiscounts ? basis.charged(line) : basis.recognised(line), BigDecimal::add);
        }
        return billed;
    }

    /** Only the last month of a longer period stands beside a closing amount per month. */
    private void checkDay(Row row) {
        var day = row.date("posted_on");
        var period = basis.period();
        boolean early = day == null
                || (period.length().months() > 1
                        && day.isBefore(period.lastMonth().atDay(1)));
        if (early) {
            throw row.difference("posted_on", "a day of " + period.lastMonth() + " or later");
        }
    }
}
