package dev.tieout.movements.internal;

import dev.tieout.movements.RateMissing;
import dev.tieout.movements.Replays;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Amounts stay in the database, only facts and verdicts travel, a batch at a time. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ReplayedMovements implements Replays {

    /** Choices under the names of the policy table's columns, so that a row of it can be made of them. */
    private static final JsonMapper COLUMNS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;
    private final JdbcOperations operations;

    ReplayedMovements(JdbcClient jdbc, JdbcOperations operations) {
        this.jdbc = jdbc;
        this.operations = operations;
    }

    @Override
    public void replay(Course course, MovementTable table) {
        boolean kept = jdbc.sql(ReplaySql.KEPT)
                .param("publication", course.publication())
                .query(Boolean.class)
                .single();
        if (!kept) {
            throw new LinesNotKept();
        }
        operations.execute(ReplaySql.WHOLE);
        buildFacts(course);
        decide(course.choices(), table);
        pair(course);
        operations.execute(ReplaySql.ROW_BY_ROW);
    }

    private void buildFacts(Course course) {
        operations.execute(ShardSql.CLEAR);
        operations.execute(ShardSql.FACT_TABLE);
        operations.execute(ShardSql.VERDICT_TABLE);
        jdbc.sql(ReplaySql.FACTS)
                .param("publication", course.publication())
                .param("opensFrom", course.opensFrom())
                .param("choices", COLUMNS.writeValueAsString(course.choices()))
                .param("bearing", names(course.bearing()))
                .param("meanings", course.meanings().isEmpty() ? null : COLUMNS.writeValueAsString(course.meanings()))
                .param("byLine", byLine(course.choices()))
                .param("starts", course.startsOn())
                .param("windowMonths", course.choices().reactivationMonths())
                .update();
        var unrated = jdbc.sql(ShardSql.UNRATED).query(String.class).list();
        if (!unrated.isEmpty()) {
            throw new RateMissing(unrated);
        }
    }

    private static String @Nullable [] names(@Nullable Set<AccountStatus> statuses) {
        return statuses == null ? null : statuses.stream().map(Enum::name).toArray(String[]::new);
    }

    private void decide(Choices policy, MovementTable table) {
        var verdicts = new Verdicts(table, policy, operations);
        jdbc.sql(ShardSql.READ_FACTS).withFetchSize(RuleTables.BATCH_LIMIT).query(verdicts);
        verdicts.decide();
    }

    private void pair(Course course) {
        operations.execute(ReplaySql.CLEAR);
        operations.execute(ReplaySql.RESULT_TABLE);
        boolean sameGrain = course.choices().grain() == course.published().grain();
        jdbc.sql(sameGrain ? ReplaySql.RESULT_BY_MOVEMENT : ReplaySql.RESULT_BY_ACCOUNT)
                .param("publication", course.publication())
                .param("overrides", course.overrides() && sameGrain)
                .param("byLine", byLine(course.choices()))
                .update();
    }

    private static boolean byLine(Choices policy) {
        return policy.grain() == Grain.LINE;
    }
}
