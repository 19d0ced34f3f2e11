package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.rules.DecisionTables;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What every calculation of a pack stands on.
 *
 * @param tables the decision tables that the close pins
 */
record Foundation(Basis basis, DecisionTables tables) {

    static Foundation of(Pack pack) throws IOException {
        var period = Period.parse(pack.publication().publication().period());
        return new Foundation(new Basis(period, pack.policy().choices(), rates(pack)), tables(pack));
    }

    private static Map<String, Basis.Rate> rates(Pack pack) throws IOException {
        var rates = new HashMap<String, Basis.Rate>();
        try (var table = pack.rows(PackFile.RATES)) {
            for (var row = table.take(); row != null; row = table.take()) {
                var rate = new Basis.Rate(positive(row, "opening"), positive(row, "closing"));
                rates.put(row.cell("currency"), rate);
            }
        }
        return rates;
    }

    private static BigDecimal positive(Row row, String column) {
        var rate = row.amount(column);
        if (rate.signum() <= 0) {
            throw row.difference(column, "a rate above nothing");
        }
        return rate;
    }

    private static DecisionTables tables(Pack pack) throws IOException {
        var contents = new HashMap<PinnedTable, String>();
        for (var pinned : pack.publication().publication().stamps().rules().entrySet()) {
            var text = new String(pack.whole(PackFile.rules(pinned.getKey())), StandardCharsets.UTF_8);
            contents.put(new PinnedTable(pinned.getKey(), pinned.getValue()), text);
        }
        for (var needed : new String[] {RuleTables.MOVEMENT_CLASSIFICATION, RuleTables.VARIANCE_CAUSE}) {
            if (contents.keySet().stream().noneMatch(pinned -> pinned.table().equals(needed))) {
                throw Difference.damage("The version pins no table " + needed + ".");
            }
        }
        try {
            return DecisionTables.read(contents);
        } catch (Refusal refused) {
            throw Difference.damage(refused.sentence());
        }
    }
}
