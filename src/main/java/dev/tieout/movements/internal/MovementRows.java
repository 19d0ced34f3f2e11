package dev.tieout.movements.internal;

import dev.tieout.movements.Movement;
import dev.tieout.movements.Movement.DecidedBy;
import dev.tieout.movements.Movement.Exclusion;
import dev.tieout.movements.Movement.Verdict;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stored movement. */
class MovementRows implements RowMapper<Movement> {

    private static final TypeReference<TreeMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public Movement mapRow(ResultSet row, int number) throws SQLException {
        var verdict = verdict(row);
        return new Movement(
                row.getString("account"),
                row.getString("account_name"),
                row.getString("line"),
                row.getBigDecimal("opening"),
                row.getBigDecimal("closing"),
                row.getBigDecimal("gross_up"),
                row.getBigDecimal("gross_down"),
                row.getString("currency"),
                AccountStatus.valueOf(row.getString("status")),
                MovementClass.valueOf(row.getString("class")),
                reason(row.getString("reason")),
                decidedBy(row, verdict),
                verdict,
                row.getBoolean("review"),
                exclusion(row),
                attributes(row.getString("attributes")));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                MovementClass.valueOf(row.getString("rule_class")),
                reason(row.getString("rule_reason")),
                row.getString("rule_table"),
                row.getInt("rule_version"),
                row.getInt("rule_row"));
    }

    private static DecidedBy decidedBy(ResultSet row, Verdict verdict) throws SQLException {
        String person = row.getString("overridden_by");
        return person == null
                ? new DecidedBy.Row(verdict.table(), verdict.version(), verdict.row())
                : new DecidedBy.Person(person, row.getString("override_comment"));
    }

    private static @Nullable Exclusion exclusion(ResultSet row) throws SQLException {
        String person = row.getString("excluded_by");
        return person == null
                ? null
                : new Exclusion(
                        person,
                        Objects.requireNonNullElse(row.getString("exclusion_reason"), ""),
                        row.getString("exclusion_comment"));
    }

    private static @Nullable Reason reason(@Nullable String name) {
        return name == null ? null : Reason.valueOf(name);
    }

    private Map<String, String> attributes(String object) {
        var attributes = new TreeMap<String, String>();
        json.readValue(object, OBJECT).forEach((key, value) -> {
            if (value != null) {
                attributes.put(key, value.toString());
            }
        });
        return attributes;
    }
}
