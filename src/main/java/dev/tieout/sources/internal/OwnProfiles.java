package dev.tieout.sources.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An organisation's own profiles in the database. */
@Component
class OwnProfiles {

    /** The version in use of every profile. */
    private static final String LATEST = """
            select distinct on (name) name, version, definition::text as definition, saved_by, saved_at
            from import_profile
            order by name, version desc
            """;

    private static final String NAMED = """
            select name, version, definition::text as definition, saved_by, saved_at
            from import_profile
            where name = ?
            order by version desc
            limit 1
            """;

    private static final String INSERT = """
            insert into import_profile (organisation, name, version, definition, saved_by, saved_at)
            select current_organisation(), :name, coalesce(max(version), 0) + 1, :definition::jsonb, :person, :at
            from import_profile where name = :name
            returning version
            """;

    private final JdbcClient jdbc;
    private final ProfileText text;

    OwnProfiles(JdbcClient jdbc, ProfileText text) {
        this.jdbc = jdbc;
        this.text = text;
    }

    /** One version. */
    record Kept(Profile profile, int version, String savedBy, Instant savedAt) {}

    Optional<Kept> named(String name) {
        return jdbc.sql(NAMED).param(name).query(this::kept).optional();
    }

    List<Kept> latest() {
        return jdbc.sql(LATEST).query(this::kept).list();
    }

    int save(Profile profile, String person, Instant at) {
        return jdbc.sql(INSERT)
                .params(Map.of(
                        "name", profile.name(),
                        "definition", text.write(profile),
                        "person", person,
                        "at", Timestamp.from(at)))
                .query(Integer.class)
                .single();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                text.read(row.getString("definition")),
                row.getInt("version"),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant());
    }
}
