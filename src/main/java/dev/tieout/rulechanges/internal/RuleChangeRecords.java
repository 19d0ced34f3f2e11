package dev.tieout.rulechanges.internal;

import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChange.Step;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where submitted versions stand, in the database. */
@Repository
class RuleChangeRecords {

    private static final String ADD = """
            insert into rule_change (organisation, rule_table, version, step, moved_at)
            values (current_organisation(), :table, :version, 'ANALYSIS', :at)
            on conflict (organisation, rule_table, version) do nothing
            """;

    private static final String ONE = "select * from rule_change where rule_table = :table and version = :version";

    /** What nobody has decided yet, oldest first. */
    private static final String UNDECIDED = """
            select c.* from rule_change c join rule_version v using (organisation, rule_table, version)
            where v.state = 'IN_REVIEW' order by c.id
            """;

    /** Keeps what was found; another delivery of the same step finds the same. */
    private static final String ANALYSED = """
            update rule_change set step = 'BACK_TEST', moved_at = :at, trouble = null, analysis = :analysis, analysed_at = :at,
                golden_cases = :cases
            where rule_table = :table and version = :version
            """;

    private static final String MOVED = """
            update rule_change set step = :step, moved_at = :at, trouble = null where rule_table = :table and version = :version
            """;

    private static final String DRIVEN = """
            update rule_change set process_instance_key = :key, trouble = null, moved_at = :at
            where rule_table = :table and version = :version
            """;

    private static final String TROUBLED =
            "update rule_change set trouble = :trouble where rule_table = :table and version = :version";

    private final JdbcClient jdbc;
    private final RuleTables tables;
    private final JsonMapper json;
    private final Clock clock;

    RuleChangeRecords(JdbcClient jdbc, RuleTables tables, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.json = json;
        this.clock = clock;
    }

    void add(PinnedTable version) {
        about(ADD, version).param("at", now()).update();
    }

    Optional<RuleChange> find(PinnedTable version) {
        return about(ONE, version).query(this::read).optional();
    }

    List<RuleChange> undecided() {
        return jdbc.sql(UNDECIDED).query(this::read).list();
    }

    void analysed(PinnedTable version, RuleAnalysis analysis, int goldenCases) {
        about(ANALYSED, version)
                .param("at", now())
                .param("analysis", json.writeValueAsString(analysis))
                .param("cases", goldenCases)
                .update();
    }

    void moved(PinnedTable version, Step step) {
        about(MOVED, version).param("at", now()).param("step", step.name()).update();
    }

    /** @param processInstance null for none: the former one is lost */
    void drivenBy(PinnedTable version, @Nullable Long processInstance) {
        about(DRIVEN, version)
                .param("at", now())
                .param("key", processInstance, Types.BIGINT)
                .update();
    }

    void troubled(PinnedTable version, String sentence) {
        about(TROUBLED, version).param("trouble", sentence).update();
    }

    private JdbcClient.StatementSpec about(String sql, PinnedTable version) {
        return jdbc.sql(sql).param("table", version.table()).param("version", version.version());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private RuleChange read(ResultSet row, int number) throws SQLException {
        var pinned = new PinnedTable(row.getString("rule_table"), row.getInt("version"));
        var analysis = row.getString("analysis");
        return new RuleChange(
                tables.content(pinned).version(),
                Step.valueOf(row.getString("step")),
                row.getTimestamp("moved_at").toInstant(),
                analysis == null ? null : json.readValue(analysis, RuleAnalysis.class),
                row.getObject("golden_cases", Integer.class),
                row.getString("trouble"),
                row.getObject("process_instance_key", Long.class));
    }
}
