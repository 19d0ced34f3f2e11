package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.rules.DecisionTables;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.VarianceCause;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variances of the pack against the legs that differ: each has its variance, and no other stands uncleared. */
final class VarianceLog {

    private static final Set<String> OPEN = Set.of("OPEN", "PROPOSED");

    private final DecisionTables tables;
    private final int tableVersion;
    private long explained;
    private long cleared;

    private VarianceLog(DecisionTables tables, int tableVersion) {
        this.tables = tables;
        this.tableVersion = tableVersion;
    }

    static VarianceLog of(Pack pack, DecisionTables tables) throws IOException {
        var rules = pack.publication().publication().stamps().rules();
        return new VarianceLog(tables, rules.getOrDefault(RuleTables.VARIANCE_CAUSE, 0));
    }

    /** The differing legs of an account that are still open. */
    List<Leg> open(String account, List<Leg> differing, List<Row> variances) {
        Map<String, Leg> legs = new HashMap<>();
        differing.forEach(leg -> legs.put(leg.currency(), leg));
        var open = new ArrayList<Leg>();
        for (var row : variances) {
            var leg = legs.remove(row.cell("currency"));
            if (leg == null) {
                requireCleared(row);
            } else {
                compare(row, leg);
                if (OPEN.contains(row.cell("state"))) {
                    open.add(leg);
                }
            }
        }
        if (!legs.isEmpty()) {
            throw missing(account, legs.values().iterator().next());
        }
        return open;
    }

    String summary() {
        return Words.number(explained) + " explained, " + Words.number(cleared) + " cleared";
    }

    private void requireCleared(Row row) {
        if (!row.cell("state").equals("CLEARED")) {
            throw row.difference("state", "CLEARED, for these legs agree");
        }
        cleared++;
    }

    private void compare(Row row, Leg leg) {
        amount(row, "billing", leg.billing());
        amount(row, "ledger", leg.ledger());
        amount(row, "retained", leg.retained());
        amount(row, "amount", leg.amount());
        if (row.whole("rule_version") != tableVersion) {
            throw row.difference("rule_version", tableVersion);
        }
        checkCause(row);
        checkState(row);
    }

    /** The suggested cause is the one that the named row of the pinned table answers. */
    private void checkCause(Row row) {
        long number = row.whole("rule_row");
        var answer = number == (int) number ? tables.causeOf((int) number) : Optional.<VarianceCause>empty();
        var cause = answer.orElseThrow(() -> row.difference("rule_row", "a row of the table"));
        if (row.word("suggested", VarianceCause.class) != cause) {
            throw row.difference("suggested", cause);
        }
        row.word("cause", VarianceCause.class);
    }

    /** An explanation has its words and another person's approval. */
    private void checkState(Row row) {
        switch (row.cell("state")) {
            case "OPEN" -> {}
            case "PROPOSED" -> requireExplained(row);
            case "EXPLAINED" -> {
                requireExplained(row);
                if (row.isNull("approved_by") || row.key("approved_by").equals(row.key("explained_by"))) {
                    throw row.difference("approved_by", "another person than the one who explained");
                }
                explained++;
            }
            default -> throw row.difference("state", "OPEN, PROPOSED or EXPLAINED, for these legs differ");
        }
    }

    private static void requireExplained(Row row) {
        if (row.isNull("explanation") || row.isNull("explained_by")) {
            throw row.difference("explanation", "an explanation and who gave it");
        }
    }

    private static void amount(Row row, String column, BigDecimal expected) {
        if (row.amount(column).compareTo(expected) != 0) {
            throw row.difference(column, expected.toPlainString());
        }
    }

    private static Difference missing(String account, Leg leg) {
        return Difference.of(
                PackFile.VARIANCES.path(),
                "account " + Difference.shown(account) + ", currency " + Difference.shown(leg.currency()),
                "the row",
                "a variance of " + leg.amount().toPlainString(),
                "none");
    }
}
