package dev.tieout.workflow.internal;

import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.tasks.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Back-posting notes that are not settled: until one is, its close does not become final. */
@Component
@WithEngine
class WatchedBackPostings implements Watched {

    /** Unsettled notes that show no trouble, and when something last happened with each. Its close goes on meanwhile, and is no sign. */
    private static final String UNDER_WAY = """
            select b.id, b.process_instance_key is not null as driven, greatest(b.raised_at, b.decided_at) as last_sign_of_life
            from back_posting b
            where b.state in ('AWAITING_APPROVAL', 'APPROVED') and b.trouble is null
            order by b.id
            """;

    private final JdbcClient jdbc;
    private final BackPostings notes;
    private final Tasks tasks;
    private final EngineCommands commands;
    private final BackPostingModel model;
    private final Leases leases;

    WatchedBackPostings(
            JdbcClient jdbc,
            BackPostings notes,
            Tasks tasks,
            EngineCommands commands,
            BackPostingModel model,
            Leases leases) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.tasks = tasks;
        this.commands = commands;
        this.model = model;
        this.leases = leases;
    }

    @Override
    public List<UnderWay> underWay() {
        return jdbc.sql(UNDER_WAY).query(Note::of).list().stream()
                .filter(note -> !leases.isAtWork(note.subject()))
                .filter(note -> tasks.openAbout(note.subject()).isEmpty())
                .map(this::underWay)
                .toList();
    }

    private UnderWay underWay(Note note) {
        return new UnderWay(
                "back-posting note " + note.id(),
                "with this note",
                note.driven(),
                note.lastSignOfLife(),
                () -> commands.start(model.id(), Map.of("backPostingId", note.id())),
                sentence -> notes.troubled(note.id(), sentence));
    }

    private record Note(long id, boolean driven, Instant lastSignOfLife) {

        String subject() {
            return BackPostingNote.subject(id);
        }

        static Note of(ResultSet row, int number) throws SQLException {
            return new Note(
                    row.getLong("id"),
                    row.getBoolean("driven"),
                    row.getTimestamp("last_sign_of_life").toInstant());
        }
    }
}
