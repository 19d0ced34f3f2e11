package dev.tieout.movements.internal;

import dev.tieout.movements.DecisionCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CountedDecisions implements DecisionCounts {

    /** Decisions by kind, and those that nobody could follow up. */
    private static final String COUNT = """
            select count(*) filter (where kind = 'OVERRIDE') as overrides, count(*) filter (where kind = 'EXCLUSION') as exclusions,
                   count(*) filter (where trim(comment) = '' or trim(person) = '') as undocumented,
                   (select count(*) from movement_decision d join movement m using (close_id, account, line)
                    where d.close_id = :close and d.kind = 'OVERRIDE' and m.overridden_by is null) as set_aside
            from movement_decision
            where close_id = :close
            """;

    /** The accounts whose override is not in force. */
    private static final String SET_ASIDE = """
            select distinct d.account
            from movement_decision d join movement m using (close_id, account, line)
            where d.close_id = :close and d.kind = 'OVERRIDE' and m.overridden_by is null
            order by d.account limit 20
            """;

    private final JdbcClient jdbc;

    CountedDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Counts of(long closeId) {
        var setAside =
                jdbc.sql(SET_ASIDE).param("close", closeId).query(String.class).list();
        return jdbc.sql(COUNT)
                .param("close", closeId)
                .query((row, number) -> new Counts(
                        row.getLong("overrides"),
                        row.getLong("exclusions"),
                        row.getLong("undocumented"),
                        row.getLong("set_aside"),
                        setAside))
                .single();
    }
}
