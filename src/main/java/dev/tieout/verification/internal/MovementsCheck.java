package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.RuleTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Opening and closing lines become movements again: converted, netted, decided by the tables in the pack, people's decisions applied; every
 * column of the movement log is compared. What is found equal goes on to the figures.
 */
final class MovementsCheck implements Check {

    /** Units that wait to be decided together; an account is never split between two batches. */
    private static final int BATCH = 5_000;

    private final Figures figures;
    private final List<Waiting> waiting = new ArrayList<>();
    private int units;
    private long movements;
    private long overridden;
    private long excluded;

    MovementsCheck(Figures figures) {
        this.figures = figures;
    }

    @Override
    public String name() {
        return "movements";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var foundation = Foundation.of(pack);
        try (var accounts = Accounts.of(
                pack, PackFile.OPENING, PackFile.CLOSING, PackFile.HISTORY, PackFile.DECISIONS, PackFile.MOVEMENTS)) {
            for (var account = accounts.next(); account != null; account = accounts.next()) {
                add(waiting(foundation.basis(), accounts, account), foundation);
            }
            decide(foundation);
        }
        return Words.count(movements, "movement") + " in every column, " + Words.number(overridden) + " overridden, "
                + Words.number(excluded) + " excluded";
    }

    private void add(Waiting account, Foundation foundation) {
        waiting.add(account);
        units += account.units().size();
        if (units >= BATCH) {
            decide(foundation);
        }
    }

    private static Waiting waiting(Basis basis, Accounts accounts, String account) {
        var opened = Lines.of(accounts.rows(PackFile.OPENING, account));
        var billed = Lines.billed(accounts.rows(PackFile.CLOSING, account));
        var history = accounts.rows(PackFile.HISTORY, account);
        var people = new Decision(accounts.rows(PackFile.DECISIONS, account));
        var recorded = accounts.rows(PackFile.MOVEMENTS, account);
        var units = Netting.units(account, LineBalance.of(basis, opened, billed), basis.byLine());
        var past = Past.of(history.isEmpty() ? null : history.getFirst().date("last_active"), basis);
        return new Waiting(account, units, past, people, recorded);
    }

    /** Asks the table for all that wait, in batches as large as it takes, and compares. */
    private void decide(Foundation foundation) {
        var facts = new ArrayList<MovementFact>(units);
        for (var account : waiting) {
            for (var unit : account.units()) {
                facts.add(unit.fact(facts.size(), foundation.basis().choices(), account.past()));
            }
        }
        var decisions = new ArrayList<MovementDecision>(facts.size());
        for (int from = 0; from < facts.size(); from += RuleTables.BATCH_LIMIT) {
            int to = Math.min(facts.size(), from + RuleTables.BATCH_LIMIT);
            decisions.addAll(foundation.tables().classify(facts.subList(from, to)));
        }
        int taken = 0;
        for (var account : waiting) {
            compare(account, decisions.subList(taken, taken + account.units().size()), foundation.basis());
            taken += account.units().size();
        }
        waiting.clear();
        units = 0;
    }

    private void compare(Waiting account, List<MovementDecision> decisions, Basis basis) {
        var performed = new ArrayList<Performed>();
        for (int i = 0; i < account.units().size(); i++) {
            var unit = account.units().get(i);
            var one = Performed.of(unit, decisions.get(i), account.people(), basis.byLine());
            one.compare(account.recorded(i), basis.choices());
            Invariants.check(one, basis.byLine());
            performed.add(one);
            movements++;
            overridden += one.override().isPresent() ? 1 : 0;
        }
        account.checkNothingBesides();
        if (!performed.isEmpty()) {
            excluded += performed.getFirst().isExcluded() ? 1 : 0;
            figures.add(performed, Attributes.of(account.recorded()));
        }
    }

    /** An account whose movements are not decided yet. */
    private record Waiting(String account, List<Unit> units, Past past, Decision people, List<Row> recorded) {

        /** The recorded movement that the unit must be. */
        Row recorded(int index) {
            var unit = units.get(index);
            var where = "account " + Difference.shown(account)
                    + (unit.line().isEmpty() ? "" : ", line " + Difference.shown(unit.line()));
            if (index >= recorded.size()) {
                throw Difference.of(
                        PackFile.MOVEMENTS.path(),
                        where,
                        "the row",
                        "a movement from " + unit.opening().toPlainString() + " to "
                                + unit.closing().add(unit.fx()).toPlainString(),
                        "none");
            }
            var row = recorded.get(index);
            if (!row.key("line").equals(unit.line())) {
                throw Difference.of(PackFile.MOVEMENTS.path(), where, "line", unit.line(), row.key("line"));
            }
            return row;
        }

        void checkNothingBesides() {
            if (recorded.size() > units.size()) {
                var row = recorded.get(units.size());
                throw row.difference("the row", "no such movement: no line of either balance amounts to it");
            }
        }
    }
}
