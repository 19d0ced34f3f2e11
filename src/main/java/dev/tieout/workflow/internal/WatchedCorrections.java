package dev.tieout.workflow.internal;

import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Corrections;
import dev.tieout.tasks.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Corrections that nobody has decided yet, or that are being applied: until one is, no other can be raised about its close. */
@Component
@WithEngine
class WatchedCorrections implements Watched {

    /** Undecided corrections that show no trouble, and when something last happened with each. */
    private static final String UNDER_WAY = """
            select c.id, c.close_id, c.process_instance_key is not null as driven,
                   greatest(c.raised_at, c.previewed_at, c.decided_at,
                            (select max(done_at) from job_inbox where close_id = c.close_id),
                            (select max(completed_at) from task where close_id = c.close_id)) as last_sign_of_life
            from correction c
            where c.state in ('PREVIEWING', 'AWAITING_APPROVAL', 'APPROVED') and c.trouble is null
            order by c.id
            """;

    private final JdbcClient jdbc;
    private final Corrections corrections;
    private final Tasks tasks;
    private final EngineCommands commands;
    private final CorrectionModel model;
    private final Leases leases;

    WatchedCorrections(
            JdbcClient jdbc,
            Corrections corrections,
            Tasks tasks,
            EngineCommands commands,
            CorrectionModel model,
            Leases leases) {
        this.jdbc = jdbc;
        this.corrections = corrections;
        this.tasks = tasks;
        this.commands = commands;
        this.model = model;
        this.leases = leases;
    }

    @Override
    public List<UnderWay> underWay() {
        return jdbc.sql(UNDER_WAY).query(Note::of).list().stream()
                .filter(note -> !leases.isAtWork(note.closeId()))
                .filter(note -> tasks.openAbout(Correction.subject(note.id())).isEmpty())
                .map(this::underWay)
                .toList();
    }

    private UnderWay underWay(Note note) {
        return new UnderWay(
                "correction " + note.id(),
                "with this correction",
                note.driven(),
                note.lastSignOfLife(),
                () -> commands.start(model.id(), Map.of("correctionId", note.id())),
                sentence -> corrections.troubled(note.id(), sentence));
    }

    private record Note(long id, long closeId, boolean driven, Instant lastSignOfLife) {

        static Note of(ResultSet row, int number) throws SQLException {
            return new Note(
                    row.getLong("id"),
                    row.getLong("close_id"),
                    row.getBoolean("driven"),
                    row.getTimestamp("last_sign_of_life").toInstant());
        }
    }
}
