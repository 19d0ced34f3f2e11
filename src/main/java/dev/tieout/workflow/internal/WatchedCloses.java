package dev.tieout.workflow.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.tasks.Tasks;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closes that are not final. */
@Component
@WithEngine
class WatchedCloses implements Watched {

    /** When something last happened in a close. */
    private static final String LAST_SIGN_OF_LIFE = """
            select greatest(
                (select opened_at from close where id = :close),
                (select max(done_at) from job_inbox where close_id = :close),
                (select max(completed_at) from task where close_id = :close))
            """;

    private final JdbcClient jdbc;
    private final Closes closes;
    private final Tasks tasks;
    private final EngineCommands commands;
    private final PeriodCloseModel model;
    private final Leases leases;

    WatchedCloses(
            JdbcClient jdbc,
            Closes closes,
            Tasks tasks,
            EngineCommands commands,
            PeriodCloseModel model,
            Leases leases) {
        this.jdbc = jdbc;
        this.closes = closes;
        this.tasks = tasks;
        this.commands = commands;
        this.model = model;
        this.leases = leases;
    }

    @Override
    public List<UnderWay> underWay() {
        return closes.all().stream()
                .filter(close -> close.state() != CloseState.FINAL && close.trouble() == null)
                .filter(close -> tasks.openOf(close.key()).isEmpty() && !leases.isAtWork(close.key()))
                .map(this::underWay)
                .toList();
    }

    private UnderWay underWay(Close close) {
        return new UnderWay(
                "the close of " + close.period() + " in " + close.organisation() + ", at “" + close.step() + "”,",
                "in this step",
                close.processInstanceKey() != null,
                lastSignOfLife(close),
                () -> commands.start(model.id(), Map.of("closeId", close.key())),
                sentence -> closes.troubled(close.key(), close.step(), sentence));
    }

    private Instant lastSignOfLife(Close close) {
        return jdbc.sql(LAST_SIGN_OF_LIFE)
                .param("close", close.key())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
