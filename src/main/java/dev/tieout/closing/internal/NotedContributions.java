package dev.tieout.closing.internal;

import dev.tieout.closing.Contributions;
import dev.tieout.organisation.CurrentActor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class NotedContributions implements Contributions {

    private static final String NOTE = """
            insert into contribution (organisation, close_id, person, kind, first_at)
            values (:organisation, :close, :person, :kind, :at) on conflict do nothing
            """;

    private static final String OF = "select kind from contribution where close_id = ? and person = ?";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    NotedContributions(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public void note(long closeId, Kind kind) {
        var actor = currentActor.get();
        if (actor.isSystem()) {
            return;
        }
        jdbc.sql(NOTE)
                .param("organisation", actor.organisation().value())
                .param("close", closeId)
                .param("person", actor.name())
                .param("kind", kind.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Kind> of(long closeId, String person) {
        return jdbc.sql(OF).params(closeId, person).query(String.class).list().stream()
                .map(Kind::valueOf)
                .collect(Collectors.toSet());
    }
}
