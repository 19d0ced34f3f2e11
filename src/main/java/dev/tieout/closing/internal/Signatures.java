package dev.tieout.closing.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.organisation.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class Signatures implements SignOffs {

    /** Signs at the close's present revision, unless that person's signature of that kind stands. */
    private static final String SIGN = """
            insert into sign_off (organisation, close_id, kind, person, signed_at, revision, comment)
            select c.organisation, c.id, :kind, :person, :at, c.revision, :comment
            from close c
            where c.id = :close
              and not exists (select from sign_off s where s.close_id = c.id and s.kind = :kind
                              and s.person = :person and s.suspended_at is null)
            """;

    /** Takes down the standing signatures of the given kinds. */
    private static final String SUSPEND = """
            update sign_off set suspended_at = :at, suspended_because = :because
            where close_id = :close and kind in (:kinds) and suspended_at is null
            """;

    private static final String OF =
            "select kind, person, signed_at, revision, comment, suspended_at, suspended_because from sign_off"
                    + " where close_id = ? order by id";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    Signatures(JdbcClient jdbc, CurrentActor currentActor, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void sign(long closeId, SignOff.Kind kind, @Nullable String comment) {
        int signed = jdbc.sql(SIGN)
                .param("kind", kind.name())
                .param("person", currentActor.get().name())
                .param("at", Timestamp.from(clock.instant()))
                .param("comment", comment)
                .param("close", closeId)
                .update();
        if (signed > 0) {
            audit.record("signed-off", "close/" + closeId, null, Map.of("kind", kind), comment);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<SignOff> of(long closeId) {
        return jdbc.sql(OF).param(closeId).query(Signatures::signOff).list();
    }

    /** Suspends the sign-offs of a kind and of all later kinds. */
    void suspend(long closeId, SignOff.Kind touched, String because) {
        var kinds = Arrays.stream(SignOff.Kind.values())
                .filter(kind -> kind.compareTo(touched) >= 0)
                .map(Enum::name)
                .toList();
        int suspended = jdbc.sql(SUSPEND)
                .param("at", Timestamp.from(clock.instant()))
                .param("because", because)
                .param("close", closeId)
                .param("kinds", kinds)
                .update();
        if (suspended > 0) {
            audit.record(
                    "sign-offs-suspended",
                    "close/" + closeId,
                    null,
                    Map.of("kinds", kinds, "count", suspended),
                    because);
        }
    }

    private static SignOff signOff(ResultSet row, int number) throws SQLException {
        return new SignOff(
                SignOff.Kind.valueOf(row.getString("kind")),
                row.getString("person"),
                row.getTimestamp("signed_at").toInstant(),
                row.getLong("revision"),
                row.getString("comment"),
                Optional.ofNullable(row.getTimestamp("suspended_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getString("suspended_because"));
    }
}
