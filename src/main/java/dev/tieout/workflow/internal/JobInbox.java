package dev.tieout.workflow.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers the outcome of a job in the transaction of its effect, so that a job delivered again has no effect again. */
@Component
class JobInbox {

    /** Lets one delivery of a job after the other; a second one finds the first one's outcome. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(?)";

    private static final String OUTCOME = "select result from job_inbox where job_key = ?";

    private static final String KEEP = """
            insert into job_inbox (job_key, organisation, close_id, job_type, result, done_at)
            values (:key, current_organisation(), :close, :type, :result, :at)
            """;

    private static final String ERROR = "error";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JobInbox(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The stored outcome, or the work's, stored with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome once(StepJob job, Supplier<? extends Outcome> work) {
        jdbc.sql(ONE_AT_A_TIME).param(job.key()).query((row, number) -> true).single();
        return find(job).orElseGet(() -> {
            var outcome = work.get();
            keep(job, outcome);
            return outcome;
        });
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Outcome> find(StepJob job) {
        return jdbc.sql(OUTCOME).param(job.key()).query(String.class).optional().map(this::read);
    }

    private void keep(StepJob job, Outcome outcome) {
        jdbc.sql(KEEP)
                .param("key", job.key())
                .param("close", job.close(), Types.BIGINT)
                .param("type", job.type())
                .param("result", json.writeValueAsString(written(outcome)))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static Map<String, Object> written(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var variables) -> Map.of("variables", variables);
            case Outcome.Raised(var code, var sentence) -> Map.of(ERROR, Map.of("code", code, "sentence", sentence));
        };
    }

    private Outcome read(String stored) {
        var parts = json.readValue(stored, new TypeReference<Map<String, Map<String, Object>>>() {});
        var error = parts.get(ERROR);
        return error == null
                ? new Outcome.Done(parts.getOrDefault("variables", Map.of()))
                : new Outcome.Raised(String.valueOf(error.get("code")), String.valueOf(error.get("sentence")));
    }
}
