package dev.tieout.rules.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.internal.CaseFile.Line;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Service
@Transactional
class KeptRuleCases implements RuleCases {

    /** The organisation's own cases of a table. */
    private static final String OWN =
            "select name, given::text, expected::text, active from rule_case where rule_table = ? order by id";

    /** A case, new or in the place of the one of that name. */
    private static final String KEEP = """
            insert into rule_case (organisation, rule_table, name, given, expected, active, changed_by, changed_at)
            values (current_organisation(), :table, :name, :given::jsonb, :expected::jsonb, :active, :by, :at)
            on conflict (organisation, rule_table, name) do update
            set given = excluded.given, expected = excluded.expected, active = excluded.active,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    /** Who changes cases comes one after the other, so that the trail's before is what stood there. */
    private static final String ALONE =
            "select true from (select pg_advisory_xact_lock(hashtextextended('rule-cases/' || current_organisation(), 0))) held";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final RuleVersions versions;
    private final CaseChanges mayChange;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    KeptRuleCases(
            RuleVersions versions,
            CaseChanges mayChange,
            JdbcClient jdbc,
            JsonMapper json,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.versions = versions;
        this.mayChange = mayChange;
        this.jdbc = jdbc;
        this.json = json;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleCase> of(String table) {
        if (table.equals(RuleTables.STATUS_CROSSWALK)) {
            return List.of();
        }
        var cases = new LinkedHashMap<String, RuleCase>();
        ShippedCases.of(schema(table)).forEach(shipped -> cases.put(shipped.name(), shipped));
        own(table).forEach(own -> cases.merge(own.name(), own, KeptRuleCases::inPlace));
        return List.copyOf(cases.values());
    }

    /** A shipped case that was only left out, or taken in again, is still the product's. */
    private static RuleCase inPlace(RuleCase shipped, RuleCase own) {
        boolean same = shipped.given().equals(own.given()) && shipped.expected().equals(own.expected());
        return new RuleCase(own.name(), own.given(), own.expected(), own.active(), same);
    }

    private List<RuleCase> own(String table) {
        return jdbc.sql(OWN)
                .param(table)
                .query((row, _) -> new RuleCase(
                        row.getString("name"),
                        json.readValue(row.getString("given"), TEXTS),
                        json.readValue(row.getString("expected"), TEXTS),
                        row.getBoolean("active"),
                        false))
                .list();
    }

    @Override
    public RuleCase keep(String table, String name, Map<String, String> given, Map<String, String> expected) {
        currentActor.require(Role.ANALYST, Role.APPROVER);
        var line = new CaseReading(schema(table)).canonical(name, given, expected);
        holdOthers();
        var present = byName(table).get(line.name());
        if (present != null && line.says(present)) {
            return present;
        }
        if (present != null) {
            mayChange.require(table, List.of(present.name()));
        }
        return put(table, present, line);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TriedCase> tried(PinnedTable pinned) {
        var version = versions.findByRuleTableAndVersion(pinned.table(), pinned.version())
                .orElseThrow(() -> new NoSuchRuleTable(pinned));
        if (!(KeptTable.read(pinned.table(), version.content()) instanceof DecisionTable table)) {
            return List.of();
        }
        var boxed = BoxedTable.of(table);
        var reading = new CaseReading(table.schema());
        return of(pinned.table()).stream()
                .map(held -> reading.tried(boxed, held))
                .toList();
    }

    @Override
    public List<ColumnGuide> form(String table) {
        return CaseForm.of(schema(table));
    }

    @Override
    @Transactional(readOnly = true)
    public String csv(String table) {
        return new CaseFile(schema(table)).of(of(table));
    }

    @Override
    public List<RuleCase> receive(String table, byte[] file) {
        currentActor.require(Role.ANALYST, Role.APPROVER);
        var lines = new CaseFile(schema(table)).read(HandedInFile.lines(file, new Faults(table)));
        holdOthers();
        var present = byName(table);
        var said = lines.stream()
                .filter(line -> !present.containsKey(line.name()) || !line.says(present.get(line.name())))
                .toList();
        var changed = said.stream().map(Line::name).filter(present::containsKey).toList();
        if (!changed.isEmpty()) {
            mayChange.require(table, changed);
        }
        return said.stream()
                .map(line -> put(table, present.get(line.name()), line))
                .toList();
    }

    @Override
    public RuleCase activate(String table, String name, boolean active) {
        currentActor.require(Role.APPROVER);
        holdOthers();
        var present = byName(table).get(name);
        if (present == null) {
            throw new NoSuchCase(table, name);
        }
        if (present.active() == active) {
            return present;
        }
        mayChange.require(table, List.of(name));
        var changed = new RuleCase(name, present.given(), present.expected(), active, present.shipped());
        return put(table, present, changed, active ? "rule-case-taken-in" : "rule-case-left-out");
    }

    private Map<String, RuleCase> byName(String table) {
        return of(table).stream().collect(Collectors.toMap(RuleCase::name, Function.identity()));
    }

    private void holdOthers() {
        jdbc.sql(ALONE).query(Boolean.class).single();
    }

    /** Whether a case is held is not said where its content is: one that was left out stays so. */
    private RuleCase put(String table, @Nullable RuleCase before, Line line) {
        boolean active = before == null || before.active();
        var to = new RuleCase(line.name(), line.given(), line.expected(), active, false);
        return put(table, before, to, before == null ? "rule-case-added" : "rule-case-changed");
    }

    private RuleCase put(String table, @Nullable RuleCase before, RuleCase to, String action) {
        jdbc.sql(KEEP)
                .param("table", table)
                .param("name", to.name())
                .param("given", json.writeValueAsString(to.given()))
                .param("expected", json.writeValueAsString(to.expected()))
                .param("active", to.active())
                .param("by", currentActor.get().name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit.record(action, "rules/" + table + "/cases", before, to, null);
        return to;
    }

    private static TableSchema schema(String table) {
        return Schemas.generationsOf(table).stream().findFirst().orElseThrow(() -> new NoSuchRuleTable(table));
    }
}
