package dev.tieout.movements.internal;

import dev.tieout.movements.Movement;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** People's decisions, kept beside the movements and on them at once, so that reading needs no join and classifying keeps them. */
@Component
class StandingDecisions {

    /** Shards classify at the same time as each other, but never while somebody decides. */
    private static final String SHARE =
            "select pg_advisory_xact_lock_shared(hashtextextended('tieout.movements', ?))::text";

    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('tieout.movements', ?))::text";

    private static final String FITS = "select class_fits(?, ?, ?, ?)";

    /** The last decision of a kind stands. */
    private static final String KEEP = """
            insert into movement_decision (organisation, close_id, account, line, kind, class, reason, comment, person, decided_at)
            values (current_organisation(), :close, :account, :line, :kind, :class, :reason, :comment, :person, :at)
            on conflict (close_id, account, line, kind) do update
            set class = excluded.class, reason = excluded.reason, comment = excluded.comment,
                person = excluded.person, decided_at = excluded.decided_at
            """;

    private static final String DROP =
            "delete from movement_decision where close_id = ? and account = ? and line = ? and kind = ?";

    private static final String OVERRIDE = """
            update movement
            set class = :class, reason = :reason, overridden_by = :person, override_comment = :comment, overridden_at = :at
            where close_id = :close and account = :account and line = :line
            """;

    private static final String UNDO = """
            update movement
            set class = rule_class, reason = rule_reason, overridden_by = null, override_comment = null, overridden_at = null
            where close_id = ? and account = ? and line = ?
            """;

    /** All lines of an account go out together. */
    private static final String EXCLUDE = """
            update movement
            set excluded_by = :person, exclusion_reason = :reason, exclusion_comment = :comment, excluded_at = :at
            where close_id = :close and account = :account
            """;

    private static final String INCLUDE = """
            update movement
            set excluded_by = null, exclusion_reason = null, exclusion_comment = null, excluded_at = null
            where close_id = ? and account = ?
            """;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    StandingDecisions(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    void shareWithShards(long closeId) {
        jdbc.sql(SHARE).param(closeId).query(String.class).single();
    }

    void alone(long closeId) {
        jdbc.sql(ALONE).param(closeId).query(String.class).single();
    }

    boolean fits(MovementClass to, Movement movement) {
        return jdbc.sql(FITS)
                .params(
                        to.name(),
                        movement.opening(),
                        movement.closingWithoutFx(),
                        !movement.line().isEmpty())
                .query(Boolean.class)
                .single();
    }

    void override(long closeId, Movement movement, MovementClass to, Reason reason, String comment) {
        var at = Timestamp.from(clock.instant());
        for (var sql : new String[] {KEEP, OVERRIDE}) {
            decided(jdbc.sql(sql), closeId, movement.account(), reason.name(), comment, at)
                    .param("line", movement.line())
                    .param("kind", "OVERRIDE")
                    .param("class", to.name())
                    .update();
        }
    }

    /** Whether there was one, in force or set aside. */
    boolean undoOverride(long closeId, Movement movement) {
        int dropped = jdbc.sql(DROP)
                .params(closeId, movement.account(), movement.line(), "OVERRIDE")
                .update();
        jdbc.sql(UNDO).params(closeId, movement.account(), movement.line()).update();
        return dropped > 0;
    }

    void exclude(long closeId, String account, String reason, String comment) {
        var at = Timestamp.from(clock.instant());
        for (var sql : new String[] {KEEP, EXCLUDE}) {
            decided(jdbc.sql(sql), closeId, account, reason, comment, at)
                    .param("line", "")
                    .param("kind", "EXCLUSION")
                    .param("class", null)
                    .update();
        }
    }

    void include(long closeId, String account) {
        jdbc.sql(DROP).params(closeId, account, "", "EXCLUSION").update();
        jdbc.sql(INCLUDE).params(closeId, account).update();
    }

    private StatementSpec decided(
            StatementSpec statement, long closeId, String account, String reason, String comment, Timestamp at) {
        return statement
                .param("close", closeId)
                .param("account", account)
                .param("reason", reason)
                .param("comment", comment)
                .param("person", currentActor.get().name())
                .param("at", at);
    }
}
