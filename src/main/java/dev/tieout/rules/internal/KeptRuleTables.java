package dev.tieout.rules.internal;

import dev.tieout.rules.Explanation;
import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.VarianceDecision;
import dev.tieout.rules.VarianceFact;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/**
 * The organisation's tables in the database. Has no transaction of its own: each read is one, and compiling or running a table holds no
 * connection.
 */
@Service
class KeptRuleTables implements RuleTables {

    private final RuleVersions versions;
    private final Decisions decisions = new Decisions();

    KeptRuleTables(RuleVersions versions) {
        this.versions = versions;
    }

    @Override
    public List<MovementDecision> classify(PinnedTable pinned, List<MovementFact> batch) {
        return decisions.classify(decisionTable(pinned, Schemas.MOVEMENT), pinned.version(), batch);
    }

    @Override
    public List<VarianceDecision> suggestCauses(PinnedTable pinned, List<VarianceFact> batch) {
        return decisions.suggestCauses(decisionTable(pinned, Schemas.VARIANCE), pinned.version(), batch);
    }

    @Override
    public Map<String, AccountStatus> crosswalk(PinnedTable pinned, String billingSystem) {
        if (open(version(pinned)) instanceof StatusCrosswalk crosswalk) {
            return crosswalk.of(billingSystem);
        }
        throw new IllegalArgumentException(pinned.table() + " is no status crosswalk");
    }

    @Override
    public Map<String, Integer> approvedFor(Period period) {
        return versions.findByStateOrderByVersionDesc(State.APPROVED).stream()
                .filter(version -> version.covers(period))
                .collect(Collectors.toUnmodifiableMap(
                        RuleVersion::ruleTable, RuleVersion::version, (newest, _) -> newest));
    }

    @Override
    public Map<String, Integer> pin(Period period) {
        versions.holdInForce();
        return approvedFor(period);
    }

    @Override
    public List<RuleTableVersion> versions() {
        return versions.findAllByOrderByRuleTableAscVersionDesc().stream()
                .filter(version -> version.state() != State.DISCARDED)
                .map(RuleVersion::described)
                .toList();
    }

    @Override
    public RuleTableContent content(PinnedTable pinned) {
        var version = version(pinned);
        if (version.state() == State.DRAFT || version.state() == State.DISCARDED) {
            return DraftContent.of(version);
        }
        var table = open(version);
        return new RuleTableContent(version.described(), table.columns(), table.described(), table.csv());
    }

    @Override
    public Explanation explain(PinnedTable pinned, MovementFact fact) {
        var table = decisionTable(pinned, Schemas.MOVEMENT);
        return new RowVerdicts(table).of(pinned.version(), MovementValues.of(fact, table.schema()));
    }

    @Override
    public byte[] workbook(PinnedTable pinned) {
        var version = version(pinned);
        var form = TableForm.of(pinned.table());
        var rows = form.rows(version.content());
        var lines = IntStream.range(0, rows.size())
                .mapToObj(i -> form.line(i + 1, rows.get(i)))
                .toList();
        return Workbook.of(form, KeptTable.titleOf(pinned.table()), lines);
    }

    @Override
    public String dmn(PinnedTable pinned) {
        var kept = KeptTable.read(pinned.table(), version(pinned).content());
        if (kept instanceof DecisionTable table) {
            return DmnDocument.of(table, pinned.version());
        }
        throw new NoDecisionTable(KeptTable.titleOf(pinned.table()));
    }

    private DecisionTable decisionTable(PinnedTable pinned, TableSchema schema) {
        if (open(version(pinned)) instanceof DecisionTable table && table.name().equals(schema.name())) {
            return table;
        }
        throw new IllegalArgumentException(pinned.table() + " is not " + schema.name());
    }

    private RuleVersion version(PinnedTable pinned) {
        return versions.findByRuleTableAndVersion(pinned.table(), pinned.version())
                .orElseThrow(() -> new NoSuchRuleTable(pinned));
    }

    /** Reads the content with every check again, since the database is not where trust in it comes from. */
    private static KeptTable open(RuleVersion version) {
        if (!DecisionTable.sha256(version.content()).equals(version.sha256())) {
            throw new IllegalStateException(version.pinned() + " is not what was approved: its content has changed");
        }
        return KeptTable.read(version.ruleTable(), version.content());
    }
}
