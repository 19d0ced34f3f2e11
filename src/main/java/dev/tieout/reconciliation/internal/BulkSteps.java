package dev.tieout.reconciliation.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.reconciliation.Variances;
import dev.tieout.reconciliation.Variances.Approve;
import dev.tieout.reconciliation.Variances.Assign;
import dev.tieout.reconciliation.Variances.BulkRefused;
import dev.tieout.reconciliation.Variances.Chosen;
import dev.tieout.reconciliation.Variances.Explain;
import dev.tieout.reconciliation.Variances.Matching;
import dev.tieout.reconciliation.Variances.Outcome;
import dev.tieout.reconciliation.Variances.Refused;
import dev.tieout.reconciliation.Variances.Selection;
import dev.tieout.reconciliation.Variances.Step;
import dev.tieout.terms.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One step with many variances: they are held and judged together, changed in one statement, and share one row on the trail. */
@Component
class BulkSteps {

    private static final String HOLD = """
            select v.id, v.account, v.state, v.explained_by from variance v
            where %s order by v.id limit :most for update
            """;

    private static final String HOLD_MATCHING = HOLD.replace("%s", ManyVariances.NARROWED);

    private static final String HOLD_CHOSEN = HOLD.replace("%s", "v.close_id = :close and v.id = any (:ids)");

    private static final String EXPLAIN = """
            update variance set state = 'PROPOSED', cause = coalesce(:cause, cause), explanation = :comment, explained_by = :person,
                                explained_at = :at
            where id = any (:ids)
            """;

    private static final String ASSIGN = "update variance set owner = :owner, due_on = :due where id = any (:ids)";

    private static final String APPROVE =
            "update variance set state = 'EXPLAINED', approved_by = :person, approved_at = :at where id = any (:ids)";

    private static final int ONE_TOO_MANY = Variances.BULK_LIMIT + 1;

    private final JdbcClient jdbc;
    private final Owners owners;
    private final Contributions contributions;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    BulkSteps(
            JdbcClient jdbc,
            Organisations organisations,
            Contributions contributions,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.owners = new Owners(organisations);
        this.contributions = contributions;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes it.
     *
     * @param narrowing values of the filter that a {@link Matching} selection goes by
     */
    Outcome take(Close close, Selection selection, Map<String, Object> narrowing, Step step, LocalDate today) {
        var person = authorised(step);
        if (!close.isChangeable()) {
            throw new Closes.CloseIsFinal(close);
        }
        check(step, today);
        var held = hold(close, selection, narrowing);
        var ready = new ArrayList<Long>();
        var refused = new ArrayList<Refused>();
        for (var one : held) {
            objection(one, step, person)
                    .ifPresentOrElse(
                            reason -> refused.add(new Refused(one.id(), one.account(), reason)),
                            () -> ready.add(one.id()));
        }
        if (selection instanceof Chosen(var ids)) {
            var unknown = new HashSet<>(ids);
            held.forEach(one -> unknown.remove(one.id()));
            unknown.stream()
                    .sorted()
                    .forEach(id -> refused.add(new Refused(id, null, "This close has no such variance.")));
        }
        if (!ready.isEmpty()) {
            apply(step, ready.toArray(Long[]::new), person);
            record(close, step, ready);
        }
        return new Outcome(ready.size(), refused.stream().limit(Page.LIMIT).toList(), refused.size());
    }

    private String authorised(Step step) {
        return switch (step) {
            case Explain _ -> currentActor.require(Role.CONTROLLER).name();
            case Assign _ -> currentActor.require(Role.CONTROLLER).name();
            case Approve _ ->
                currentActor.require(Role.CONTROLLER, Role.APPROVER).name();
        };
    }

    private void check(Step step, LocalDate today) {
        switch (step) {
            case Explain explain -> {
                if (explain.comment().isBlank()) {
                    throw new BulkRefused("comment-required", "Say in a comment why.");
                }
            }
            case Assign assign -> owners.check(assign.owner(), assign.due(), today);
            case Approve _ -> {}
        }
    }

    /** Never a part of what was selected: nobody would know which. */
    private static void refuseTooMany(long selected) {
        if (selected > Variances.BULK_LIMIT) {
            throw new BulkRefused(
                    "selection-too-large",
                    String.format(
                            Locale.ENGLISH,
                            "A step is taken with at most %,d variances at once. Choose fewer, by cause or owner.",
                            Variances.BULK_LIMIT));
        }
    }

    private List<Held> hold(Close close, Selection selection, Map<String, Object> narrowing) {
        var held = selected(close, selection, narrowing);
        refuseTooMany(held.size());
        return held;
    }

    private List<Held> selected(Close close, Selection selection, Map<String, Object> narrowing) {
        return switch (selection) {
            case Chosen(var ids) ->
                jdbc.sql(HOLD_CHOSEN)
                        .param("close", close.key())
                        .param("ids", ids.toArray(Long[]::new))
                        .param("most", ONE_TOO_MANY)
                        .query(Held::of)
                        .list();
            case Matching _ ->
                jdbc.sql(HOLD_MATCHING)
                        .params(narrowing)
                        .param("most", ONE_TOO_MANY)
                        .query(Held::of)
                        .list();
        };
    }

    private static Optional<String> objection(Held one, Step step, String person) {
        if (step instanceof Approve) {
            if (one.state() != State.PROPOSED) {
                return Optional.of("No explanation of it waits for approval.");
            }
            return person.equals(one.explainedBy())
                    ? Optional.of("Who explained it does not approve the explanation.")
                    : Optional.empty();
        }
        return one.state().isOpen() ? Optional.empty() : Optional.of("It is not open any more.");
    }

    private void apply(Step step, Long[] ids, String person) {
        var at = Timestamp.from(clock.instant());
        switch (step) {
            case Explain(var cause, var comment) ->
                jdbc.sql(EXPLAIN)
                        .param("cause", cause == null ? null : cause.name(), Types.VARCHAR)
                        .param("comment", comment.strip())
                        .param("person", person)
                        .param("at", at)
                        .param("ids", ids)
                        .update();
            case Assign assign ->
                jdbc.sql(ASSIGN)
                        .param("owner", assign.owner())
                        .param("due", assign.due())
                        .param("ids", ids)
                        .update();
            case Approve _ ->
                jdbc.sql(APPROVE)
                        .param("person", person)
                        .param("at", at)
                        .param("ids", ids)
                        .update();
        }
    }

    private void record(Close close, Step step, List<Long> ids) {
        var what = new LinkedHashMap<String, Object>();
        what.put("count", ids.size());
        what.put("variances", ids);
        var subject = "close/" + close.period();
        switch (step) {
            case Explain(var cause, var comment) -> {
                contributions.note(close.key(), Contributions.Kind.EXPLAINED);
                what.put("cause", cause == null ? "" : cause);
                audit.record("variances-explained", subject, null, what, comment.strip());
            }
            case Assign(var owner, var due, var comment) -> {
                what.put("owner", owner);
                what.put("due", due.toString());
                audit.record("variances-assigned", subject, null, what, comment);
            }
            case Approve(var comment) -> audit.record("variance-explanations-approved", subject, null, what, comment);
        }
    }

    /** A variance that this transaction holds. */
    private record Held(
            long id, String account, State state, @Nullable String explainedBy) {

        static Held of(ResultSet row, int number) throws SQLException {
            return new Held(
                    row.getLong("id"),
                    row.getString("account"),
                    State.valueOf(row.getString("state")),
                    row.getString("explained_by"));
        }
    }
}
