package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.policy.Policies;
import dev.tieout.sources.AccountMoves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MovedAccounts implements AccountMoves {

    private final Closes closes;
    private final Policies policies;
    private final JdbcClient jdbc;

    MovedAccounts(Closes closes, Policies policies, JdbcClient jdbc) {
        this.closes = closes;
        this.policies = policies;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SignOff.Kind> apply(long closeId) {
        if (!concerns(closeId)) {
            return Optional.empty();
        }
        var close = closes.withKey(closeId);
        jdbc.sql("drop table if exists pg_temp.renamed").update();
        jdbc.sql(MoveSql.RENAMED).update();
        int renamed = jdbc.sql(MoveSql.RENAME)
                .param("close", closeId)
                .param("period", close.period())
                .update();
        if (renamed > 0) {
            jdbc.sql(MoveSql.TAKE_OUT).param("close", closeId).update();
            jdbc.sql(MoveSql.PUT_BACK).param("close", closeId).update();
        }
        jdbc.sql(MoveSql.ACCOUNTS).param("period", close.period()).update();
        int legs = jdbc.sql(MoveSql.LEDGER)
                .param("close", closeId)
                .param("period", close.period())
                .update();
        legs += jdbc.sql(MoveSql.RETAINED).param("close", closeId).update();
        if (renamed > 0) {
            return Optional.of(SignOff.Kind.CLASSIFICATION);
        }
        return legs > 0 ? Optional.of(SignOff.Kind.PUBLICATION) : Optional.empty();
    }

    private boolean concerns(long closeId) {
        return jdbc.sql(MoveSql.ANY)
                .param("close", closeId)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> exceptions(long closeId) {
        if (!concerns(closeId)) {
            return List.of();
        }
        var close = closes.withKey(closeId);
        var sentences = new ArrayList<String>();
        jdbc.sql(MoveSql.BLOCKED)
                .param("close", closeId)
                .param("period", close.period())
                .query((row, number) -> "The move of line “" + row.getString("line") + "” of account “"
                        + row.getString("account")
                        + "” stays undone: two lines would become one. Name a line of its own for it.")
                .list()
                .forEach(sentences::add);
        jdbc.sql(MoveSql.STILL_BILLED)
                .param("close", closeId)
                .param("period", close.period())
                .param("pause", pause(close))
                .query((row, number) -> "Account “" + row.getString("account") + "” moved to “"
                        + row.getString("goes_by") + "” and is still billed under its old id.")
                .list()
                .forEach(sentences::add);
        return List.copyOf(sentences);
    }

    private String pause(Close close) {
        return policies.version(close.policyVersion()).choices().pause().name();
    }
}
