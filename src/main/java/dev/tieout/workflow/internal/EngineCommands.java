package dev.tieout.workflow.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the engine is to be told, written in the transaction of its cause. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineCommands {

    private static final String ADD = """
            insert into engine_command (organisation, kind, payload, created_at)
            values (current_organisation(), :kind, :payload, :at)
            """;

    /** The next command not sent, unless another dispatcher has it in hand. */
    private static final String NEXT = """
            select id, kind, payload from engine_command
            where sent_at is null and id > ? order by id limit 1 for update skip locked
            """;

    private static final String SENT = "update engine_command set sent_at = ? where id = ?";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EngineCommands(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** A command as it waits to be sent. */
    record Command(long id, Kind kind, Map<String, Object> payload) {

        enum Kind {
            START,
            COMPLETE
        }

        /** A part of it that is an object. */
        @SuppressWarnings("unchecked")
        Map<String, Object> part(String name) {
            return (Map<String, Object>) payload.getOrDefault(name, Map.of());
        }

        long number(String part) {
            return Long.parseLong(String.valueOf(payload.get(part)));
        }
    }

    /** A command has been written; published inside the transaction. */
    record CommandWritten() {}

    /**
     * Starts an instance of a process.
     *
     * @param process its id
     * @param about what the process is about, as {@link DrivenProcess#start} reads it
     */
    void start(String process, Map<String, Object> about) {
        add(Command.Kind.START, Map.of("process", process, "about", about));
    }

    /** Ends the job of a task. */
    void complete(long jobKey, Map<String, Object> variables) {
        add(Command.Kind.COMPLETE, Map.of("jobKey", jobKey, "variables", variables));
    }

    private void add(Command.Kind kind, Map<String, Object> payload) {
        jdbc.sql(ADD)
                .param("kind", kind.name())
                .param("payload", json.writeValueAsString(payload))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new CommandWritten());
    }

    /** The next one after a command, held until the transaction ends. */
    Optional<Command> next(long after) {
        return jdbc.sql(NEXT).param(after).query(this::command).optional();
    }

    void sent(Command command) {
        jdbc.sql(SENT).params(Timestamp.from(clock.instant()), command.id()).update();
    }

    private Command command(ResultSet row, int number) throws SQLException {
        return new Command(
                row.getLong("id"),
                Command.Kind.valueOf(row.getString("kind")),
                json.readValue(row.getString("payload"), new TypeReference<>() {}));
    }
}
