package dev.tieout.cohort.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Closes.CloseIsFinal;
import dev.tieout.cohort.Cohort;
import dev.tieout.cohort.CohortCorrected;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.Policies;
import dev.tieout.sources.AccountMoves;
import dev.tieout.sources.ChangeEvents;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FrozenCohorts implements Cohort {

    /** Two freezes of one close at once: the second waits and finds the first one's. */
    private static final String LOCK = "select cohort_hash from close where id = ? for update";

    /** Carries the balance of the latest publication of one close over as the opening of the next. */
    private static final String CARRY_OVER = """
            insert into opening_line (organisation, close_id, account, subscription, product, mrr, currency, status, quantity, discount)
            select organisation, :close, account, subscription, product, mrr, currency, status, quantity, discount
            from closing_line l
            where close_id = :previous and version = (select max(version) from publication where close_id = :previous)
              and not exists (select from opening_line o
                              where o.close_id = :close and o.was_account = l.account and o.was_subscription = l.subscription
                                and o.was_product = l.product)
            on conflict do nothing
            """;

    /**
     * Until the previous close's row is free, a correction of it may still bring another balance. Taken before the close's own row, as
     * corrections take them.
     */
    private static final String AWAIT_CORRECTION = "select id from close where id = ? for share";

    /** Accounts whose frozen lines are not what the latest publication of the previous close carries over. */
    private static final String DRIFTED = """
            with carried as (
                select account, subscription, product, mrr, currency, status, quantity, discount
                from closing_line
                where close_id = :previous and version = (select max(version) from publication where close_id = :previous)
            ), frozen as (
                select coalesce(was_account, account) as account, coalesce(was_subscription, subscription),
                       coalesce(was_product, product), mrr, currency, status, quantity, discount
                from opening_line where close_id = :close
            )
            select account from ((select * from carried except select * from frozen)
                                 union all (select * from frozen except select * from carried)) drifted
            group by account order by account
            """;

    private static final String TAKE_OUT =
            "delete from opening_line where close_id = :close and coalesce(was_account, account) = any (:accounts)";

    /** The ids that accounts go by since they moved to another billing system. */
    private static final String GO_BY =
            "select distinct account from opening_line where close_id = :close and was_account = any (:accounts) order by 1";

    /** Whether anything says what the first period opens with. */
    private static final String OPENING_IS_IN =
            "select exists (select from source where close_id = ? and kind = 'OPENING' and state = 'ACCEPTED')";

    /** What every line closes with; lines that carry no recurring revenue close with nothing. */
    private static final String KEEP = """
            insert into closing_line (organisation, close_id, version, account, subscription, product, mrr, currency, status, quantity,
                                      discount, excluded)
            select b.organisation, b.close_id, :version, b.account, b.subscription, b.product, recognised_mrr(b.mrr, b.status, :pause),
                   b.currency, b.status, b.quantity, b.discount,
                   exists (select from movement_decision d
                           where d.close_id = b.close_id and d.account = b.account and d.kind = 'EXCLUSION')
            from billing_row b
            where b.close_id = :close and recognised_mrr(b.mrr, b.status, :pause) > 0
            on conflict do nothing
            """;

    /** Lines without recurring revenue that have not ended: what the next period's events begin from. */
    private static final String KEEP_DORMANT = """
            insert into dormant_line (organisation, close_id, version, account, subscription, product, mrr, currency, status, quantity,
                                      discount, source_id, line)
            select organisation, close_id, :version, account, subscription, product, mrr, currency, status, quantity, discount,
                   source_id, line
            from billing_row
            where close_id = :close and not late and mrr > 0 and is_dormant(status) and recognised_mrr(mrr, status, :pause) = 0
            on conflict do nothing
            """;

    private static final String ACCOUNTS = "select count(distinct account) from opening_line where close_id = ?";

    private static final String OPENING =
            "select currency, sum(mrr) as opening from opening_line where close_id = ? group by currency";

    private final Closes closes;
    private final Policies policies;
    private final CohortHash hash;
    private final AccountMoves moves;
    private final ChangeEvents changes;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    FrozenCohorts(
            Closes closes,
            Policies policies,
            CohortHash hash,
            AccountMoves moves,
            ChangeEvents changes,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.closes = closes;
        this.policies = policies;
        this.hash = hash;
        this.moves = moves;
        this.changes = changes;
        this.currentActor = currentActor;
        this.events = events;
        this.jdbc = jdbc;
    }

    @Override
    public String freeze(long closeId) {
        currentActor.require(Role.ANALYST, Role.CONTROLLER);
        var close = closes.withKey(closeId);
        closes.before(close)
                .ifPresent(previous -> jdbc.sql(AWAIT_CORRECTION)
                        .param(previous.key())
                        .query(Long.class)
                        .list());
        var frozen = jdbc.sql(LOCK).param(closeId).query(String.class).optional();
        if (frozen.isPresent() && !close.firstPeriod()) {
            return frozen.get();
        }
        if (!close.firstPeriod()) {
            carryOver(close);
            moves.apply(closeId);
            changes.settle(closeId);
        }
        var sha256 = hash.of(closeId);
        if (!sha256.equals(frozen.orElse(null)) && (!close.firstPeriod() || openingIsIn(closeId))) {
            closes.cohortFrozen(closeId, sha256);
        }
        return sha256;
    }

    private void carryOver(Close close) {
        var previous = closes.before(close)
                .orElseThrow(() -> new IllegalStateException(close.period() + " has no period before it"));
        jdbc.sql(CARRY_OVER)
                .param("close", close.key())
                .param("previous", previous.key())
                .update();
    }

    @Override
    public Set<String> correct(long closeId) {
        currentActor.require(Role.ANALYST, Role.CONTROLLER);
        var frozen = jdbc.sql(LOCK).param(closeId).query(String.class).optional();
        var close = closes.withKey(closeId);
        if (!close.isChangeable()) {
            throw new CloseIsFinal(close);
        }
        if (frozen.isEmpty()) {
            return Set.of();
        }
        var drifted = close.firstPeriod() ? Set.<String>of() : follow(close);
        changes.settle(closeId);
        var sha256 = hash.of(closeId);
        if (!sha256.equals(frozen.get())) {
            closes.cohortFrozen(closeId, sha256);
            events.publishEvent(new CohortCorrected(closeId));
        }
        return drifted;
    }

    /** Takes over again what the previous period closed with, for the accounts that differ from it. */
    private Set<String> follow(Close close) {
        var previous = closes.before(close).orElseThrow();
        var drifted = jdbc.sql(DRIFTED)
                .param("close", close.key())
                .param("previous", previous.key())
                .query(String.class)
                .list();
        jdbc.sql(TAKE_OUT)
                .param("close", close.key())
                .param("accounts", drifted.toArray(String[]::new))
                .update();
        carryOver(close);
        moves.apply(close.key());
        var accounts = new LinkedHashSet<>(drifted);
        accounts.addAll(jdbc.sql(GO_BY)
                .param("close", close.key())
                .param("accounts", drifted.toArray(String[]::new))
                .query(String.class)
                .list());
        return accounts;
    }

    private boolean openingIsIn(long closeId) {
        return jdbc.sql(OPENING_IS_IN).param(closeId).query(Boolean.class).single();
    }

    @Override
    @Transactional(readOnly = true)
    public String recomputedHash(long closeId) {
        return hash.of(closeId);
    }

    @Override
    @Transactional(readOnly = true)
    public Size size(long closeId) {
        closes.withKey(closeId);
        long accounts = jdbc.sql(ACCOUNTS).param(closeId).query(Long.class).single();
        Map<String, BigDecimal> opening = new TreeMap<>();
        RowCallbackHandler each =
                row -> opening.put(row.getString("currency"), Objects.requireNonNull(row.getBigDecimal("opening")));
        jdbc.sql(OPENING).param(closeId).query(each);
        return new Size(accounts, opening);
    }

    @Override
    public void keepClosing(long closeId, int version) {
        currentActor.require(Role.CONTROLLER);
        var close = closes.withKey(closeId);
        var pause = policies.version(close.policyVersion()).choices().pause();
        var values = Map.of("close", closeId, "version", version, "pause", pause.name());
        jdbc.sql(KEEP).params(values).update();
        jdbc.sql(KEEP_DORMANT).params(values).update();
    }
}
