package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.PackFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Billing, ledger and retained balance compared again: totals, which accounts differ, what is open and what it could move. */
final class TieOutCheck implements Check {

    /** The account under which small differences stand that are too large together. */
    private static final String ALL_ACCOUNTS = "*";

    private final Figures figures;
    private long compared;

    TieOutCheck(Figures figures) {
        this.figures = figures;
    }

    @Override
    public String name() {
        return "tie-out";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var foundation = Foundation.of(pack);
        var run = new Run(pack, foundation, reported(pack));
        try (var accounts = Accounts.of(
                pack, PackFile.CLOSING, PackFile.MOVEMENTS, PackFile.LEDGER, PackFile.RETAINED, PackFile.VARIANCES)) {
            for (var account = accounts.next(); account != null; account = accounts.next()) {
                run.add(accounts, account);
            }
        }
        run.finish(pack);
        return run.summary();
    }

    /** How many figures were found equal. */
    long compared() {
        return compared;
    }

    private static boolean reported(Pack pack) throws IOException {
        if (!pack.has(PackFile.RETAINED.path())) {
            return false;
        }
        try (var table = pack.rows(PackFile.RETAINED)) {
            return table.ahead() != null;
        }
    }

    /** By which rule the version was compared, as its manifest says. */
    private static boolean afterDiscounts(Pack pack) throws IOException {
        var path = PackFile.TOTALS.path();
        var said = pack.manifest().files().stream()
                .filter(item -> item.path().equals(path))
                .map(item -> item.parameters().get(Manifest.BILLING))
                .filter(Objects::nonNull)
                .findFirst();
        if (said.isPresent() && !said.get().equals(Manifest.AFTER_DISCOUNTS)) {
            throw Difference.of(Manifest.PATH, path, Manifest.BILLING, Manifest.AFTER_DISCOUNTS, said.get());
        }
        return said.isPresent();
    }

    /** One comparison of all accounts. */
    private final class Run {

        private final Basis basis;
        private final Legs legs;
        private final TieOutTotals totals;
        private final VarianceLog log;
        private final OpenReach reach;
        private final List<Row> ofAll = new ArrayList<>();
        private long accountsCompared;
        private long differing;

        Run(Pack pack, Foundation foundation, boolean reported) throws IOException {
            basis = foundation.basis();
            legs = new Legs(basis, reported, afterDiscounts(pack));
            totals = new TieOutTotals(basis, reported);
            log = VarianceLog.of(pack, foundation.tables());
            reach = new OpenReach(basis);
        }

        void add(Accounts accounts, String account) {
            var variances = accounts.rows(PackFile.VARIANCES, account);
            var movements = accounts.rows(PackFile.MOVEMENTS, account);
            boolean excluded = movements.stream().anyMatch(row -> !row.isNull("excluded_by"));
            var compare = legs.of(accounts, account);
            if (account.equals(ALL_ACCOUNTS)) {
                ofAll.addAll(variances);
                return;
            }
            var differ = excluded
                    ? List.<Leg>of()
                    : compare.stream().filter(this::count).toList();
            reach.add(log.open(account, differ, variances), excluded ? List.of() : movements);
            differing += differ.isEmpty() ? 0 : 1;
            accountsCompared += excluded || compare.isEmpty() ? 0 : 1;
        }

        private boolean count(Leg leg) {
            var rate = basis.openingRate(leg.currency());
            boolean differs = leg.differs(basis.choices(), rate);
            if (differs && rate.isEmpty()) {
                throw Difference.damage("Legs differ in " + leg.currency() + ", and the pack has no rate for it.");
            }
            totals.add(leg, differs);
            return differs;
        }

        void finish(Pack pack) throws IOException {
            reach.addOfAll(log.open(ALL_ACCOUNTS, totals.remainders(), ofAll));
            compared = totals.compare(pack) + 6;
            reach.compare(pack.publication().publication(), figures.total());
        }

        String summary() {
            return Words.count(accountsCompared, "account") + ", " + Words.number(differing) + " differing, "
                    + log.summary() + "; open amounts and ranges as published";
        }
    }
}
