package dev.tieout.rules.internal;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A version of a table as kept. */
@Table("rule_version")
record RuleVersion(
        @Id @Nullable Long id,
        String organisation,
        String ruleTable,
        int version,
        State state,
        String content,
        String sha256,
        String comment,
        @Nullable String effectiveFrom,
        String createdBy,
        Instant createdAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {

    /** The first version of a new organisation: the product's own table, for every period. */
    static RuleVersion shipped(String organisation, KeptTable table, String by, Instant at) {
        return new RuleVersion(
                null,
                organisation,
                table.name(),
                1,
                State.APPROVED,
                table.csv(),
                DecisionTable.sha256(table.csv()),
                "The table that the product ships",
                null,
                by,
                at,
                by,
                at);
    }

    /** Whether it applies to the period: it does from its effective-from period on. */
    boolean covers(Period period) {
        return effectiveFrom == null || !Period.parse(effectiveFrom).start().isAfter(period.start());
    }

    PinnedTable pinned() {
        return new PinnedTable(ruleTable, version);
    }

    RuleTableVersion described() {
        return new RuleTableVersion(
                ruleTable,
                KeptTable.titleOf(ruleTable),
                version,
                state,
                sha256,
                comment,
                effectiveFrom,
                createdBy,
                createdAt,
                approvedBy,
                approvedAt);
    }
}
